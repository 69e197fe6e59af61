import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What `/metrics` shows, in Prometheus text. No label ever holds a person, a text or an address. */
export interface Metrics {
  request(route: string, method: string, status: number, seconds: number): void
  job(name: string, seconds: number, failed: boolean): void
  /** A figure that is read when somebody asks. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void
  text(): Promise<string>
  readonly contentType: string
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'salve_http_request_seconds',
    help: 'Time to answer requests',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  const jobs = new Histogram({
    name: 'salve_job_seconds',
    help: 'Time that background jobs took',
    labelNames: ['job'],
    buckets: [0.01, 0.05, 0.2, 1, 5, 30],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'salve_job_failures_total',
    help: 'Background jobs that failed and will be tried again',
    labelNames: ['job'],
    registers: [registry],
  })
  return {
    request: (route, method, status, seconds) => requests.observe({ route, method, status: String(status) }, seconds),
    job(name, seconds, failed) {
      jobs.observe({ job: name }, seconds)
      if (failed) failures.inc({ job: name })
    },
    gauge(name, help, read) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers: [registry],
        collect: async () => gauge.set(await read()),
      })
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

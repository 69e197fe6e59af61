import { defineConfig } from 'vitest/config'

const jsx = { oxc: { jsx: { runtime: 'automatic' as const, importSource: 'hono/jsx' } } }
const integration = 'src/**/*.integration.test.{ts,tsx}'

/** Three kinds: `unit` needs nothing, `feature` gets a PostgreSQL of its own, `journeys` drives the built app in a browser. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...jsx,
        test: {
          name: 'unit',
          include: ['{src,tools,training,bench,fixtures}/**/*.test.{ts,tsx}'],
          exclude: [integration],
          testTimeout: 10_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'feature',
          include: [integration],
          globalSetup: 'tools/test-database.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.{ts,tsx}'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

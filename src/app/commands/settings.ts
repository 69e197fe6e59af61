import { ConfigError, readConfig, type Config } from '#app/config.ts'
import { Failure } from '#platform/failure.ts'

/** The configuration for a command; a wrong setting is a failure that one line explains. */
export function settingsFrom(environment: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) throw new Failure(error.message)
    throw error
  }
}

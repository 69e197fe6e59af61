import { Failure } from '#platform/failure.ts'
import { UsageError, type Command, type Io } from './command.ts'

interface Entry {
  usage: string
  about: string
  load: () => Promise<Command>
}

const COMMANDS: Record<string, Entry> = {
  serve: {
    usage: 'serve [--demo]',
    about: 'Serve this organisation; with --demo, the fictional Harbourside General.',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  replay: {
    usage:
      'replay FILE... --area AREA.json [--speed max|1|60] [--json] [--until probable] [--false-alerts-per-month N]',
    about: 'Play recorded posts through the detector, without a database.',
    load: async () => (await import('./replay.ts')).replayCommand,
  },
  area: {
    usage:
      'area --lat LAT --lon LON --radius-km KM [--name NAME] [--hospital NAME] [--languages en,es] --geonames FILE|--geojson FILE > AREA.json',
    about: 'Make an area file from a list of places, GeoNames or OpenStreetMap.',
    load: async () => (await import('./area.ts')).areaCommand,
  },
  backup: {
    usage: 'backup FILE',
    about: 'Write the database and all files into one archive; Salve may go on serving.',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  restore: {
    usage: 'restore FILE [--force]',
    about: 'Put a backup in place. Salve must be stopped; --force replaces what is there.',
    load: async () => (await import('./restore.ts')).restoreCommand,
  },
  doctor: {
    usage: 'doctor [--json]',
    about: 'Look at everything that Salve stands on, and say what to do.',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  recover: {
    usage: 'recover EMAIL',
    about: 'Print a link that makes this person administrator, when no administrator can sign in.',
    load: async () => (await import('./recover.ts')).recoverCommand,
  },
  migrate: {
    usage: 'migrate',
    about: "Bring the database's schema up to date.",
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  documents: {
    usage: 'documents [--check]',
    about: 'Write the generated tables of docs/, or compare them. For contributors.',
    load: async () => (await import('./documents.ts')).documentsCommand,
  },
  version: {
    usage: 'version',
    about: 'Print the version.',
    load: async () => (await import('./version.ts')).versionCommand,
  },
}

function usage(): string {
  const lines = Object.values(COMMANDS).map(({ usage, about }) => `  salve ${usage}\n      ${about}`)
  return ['Usage:', ...lines, '  salve help\n      Print this.', ''].join('\n')
}

/** Runs one command and resolves to its exit code: 0 done, 1 failed, 2 called wrongly. */
export async function runCommandLine([name, ...argv]: string[], io: Io): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out.write(usage())
    return name === undefined ? 2 : 0
  }
  const entry = COMMANDS[name === '--version' ? 'version' : name]
  if (!entry) {
    io.err.write(`There is no command "${name}".\n${usage()}`)
    return 2
  }
  try {
    return await (
      await entry.load()
    )(argv, io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.err.write(`${error.message}\nUsage: salve ${entry.usage}\n`)
      return 2
    }
    io.err.write(`${explain(error, io)}\n`)
    return 1
  }
}

function explain(error: unknown, io: Io): string {
  if (!(error instanceof Error)) return String(error)
  if (io.env.SALVE_DEBUG) return error.stack ?? error.message
  if (error instanceof Failure) return error.message
  return `Salve failed: ${error.message} (set SALVE_DEBUG=1 to see where)`
}

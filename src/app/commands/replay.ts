// Not through the room's front door: that would load pages and routes, and a replay needs the detector alone.
import { replayCommand as replay } from '../../features/watch/replay.ts'
import type { Command } from './command.ts'

export const replayCommand: Command = (argv, io) => replay(argv, io)

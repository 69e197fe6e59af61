// Not through the room's front door: that would load pages and routes.
import { areaCommand as area } from '../../features/watch/area-command.ts'
import type { Command } from './command.ts'

export const areaCommand: Command = (argv, io) => area(argv, io)

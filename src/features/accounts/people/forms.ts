import { z } from 'zod'
import { rolesField } from '../invitations/forms.ts'

export const RolesForm = z.object({ roles: rolesField })

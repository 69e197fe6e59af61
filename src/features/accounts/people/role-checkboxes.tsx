import { ROLES } from '#platform/actor.ts'
import type { FormProblem } from '#platform/web/forms.ts'
import { Checkboxes } from '#ui/choices.tsx'
import { fieldError } from '../problem-summary.tsx'
import type { AccountsWords } from '../words.ts'

/** Every role, each with what it lets somebody do. */
export function RoleCheckboxes(props: {
  words: AccountsWords
  roles: readonly string[]
  problem: FormProblem | undefined
}) {
  const { words, roles, problem } = props
  return (
    <Checkboxes
      name="roles[]"
      id="roles"
      legend={words('people.roles')}
      hint={words('people.roles-hint')}
      choices={ROLES.map((role) => ({ value: role, text: words(`role.${role}`), hint: words(`role-does.${role}`) }))}
      values={roles}
      error={fieldError(words, problem, 'roles')}
      small
    />
  )
}

import { Button, ButtonRow } from '#ui/button.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { BackToSettings } from '../settings/back-to-settings.tsx'
import type { AccountsWords } from '../words.ts'
import { rolesInWords } from './role-words.ts'
import type { Person } from './store.ts'

export function PeoplePage({ words, persons }: { words: AccountsWords; persons: Person[] }) {
  const columns = [words('field.name'), words('field.email'), words('people.roles'), words('people.state')]
  return (
    <div class="sv-stack">
      <BackToSettings words={words} />
      <h1>{words('people.title')}</h1>
      <ButtonRow>
        <Button href="/settings/invitations" icon="plus">
          {words('invitations.new')}
        </Button>
      </ButtonRow>
      <Table
        caption={words('people.count', { count: persons.length })}
        narrow="stack"
        stackLabels={columns}
        columns={columns.map((text) => ({ text }))}
        rows={persons.map((person) => [
          <a class="sv-link" href={`/settings/people/${person.id}`}>
            {person.name}
          </a>,
          person.email,
          rolesInWords(words, person.roles) || words('people.no-roles'),
          person.suspendedAt ? (
            <Tag kind="quiet" icon="lock">
              {words('people.closed')}
            </Tag>
          ) : (
            <Tag kind="good" icon="check">
              {words('people.open')}
            </Tag>
          ),
        ])}
      />
    </div>
  )
}

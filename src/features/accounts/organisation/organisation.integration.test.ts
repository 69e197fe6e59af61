import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type Client, type TestHouse } from '#app/test-house.ts'
import { ORGANISATION_CHANNEL } from './cache.ts'
import { saveOrganisation } from './store.ts'

let house: TestHouse
let sam: Client
beforeAll(async () => {
  house = await openHouse()
  sam = await house.as('sam')
})
afterAll(() => house.close())

const form = {
  organisation: 'Harbourside General Hospital',
  country: 'GB',
  zone: 'Europe/London',
  language: 'en',
  'languages[]': ['en', 'es'],
  emergencyNumber: '112',
  'lineName[]': ['Night line', ''],
  'lineContact[]': ['020 7946 0000', ''],
  'lineHours[]': ['18:00 to 06:00', ''],
  'lineSource[]': ['our social workers', ''],
  'lineCheckedOn[]': ['2026-11-20', ''],
}

describe('the organisation', () => {
  it('is changed by administrators only', async () => {
    const stranger = await house.as(null)
    expect((await stranger.get('/settings/organisation')).headers.get('Location')).toContain('/sign-in')
    expect((await stranger.post('/settings/organisation', form)).status).toBe(401)
    const amal = await house.as('amal')
    expect((await amal.get('/settings/organisation')).status).toBe(404)
    expect((await amal.post('/settings/organisation', form)).status).toBe(404)
    expect((await amal.post('/settings/organisation/suggested')).status).toBe(404)
    expect((await house.rooms.accounts.organisation()).name).toBe('Harbourside General')
  })

  it('shows what is set, with source and day of each crisis line', async () => {
    const page = await sam.page('/settings/organisation')
    for (const shown of ['Harbourside General', '1411', 'https://www.sns24.gov.pt', '2026-11-22'])
      expect(page).toContain(shown)
  })

  it('is changed at once for everybody, and an empty row takes a line away', async () => {
    const answer = await sam.post('/settings/organisation', form)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/settings/organisation?saved'])
    const organisation = await house.rooms.accounts.organisation()
    expect(organisation).toMatchObject({ name: 'Harbourside General Hospital', country: 'GB', zone: 'Europe/London' })
    expect(organisation.crisisLines).toEqual([
      {
        name: 'Night line',
        contact: '020 7946 0000',
        hours: '18:00 to 06:00',
        source: 'our social workers',
        checkedOn: '2026-11-20',
      },
    ])
    expect(await (await house.as(null)).page('/sign-in')).toContain('Harbourside General Hospital')
  })

  it('is offered what Salve knows of the country, added to what is there', async () => {
    expect(await sam.page('/settings/organisation')).toContain('Samaritans: 116 123')
    expect((await sam.post('/settings/organisation/suggested')).status).toBe(303)
    const { emergencyNumber, crisisLines } = await house.rooms.accounts.organisation()
    expect(emergencyNumber).toBe('999')
    expect(crisisLines.map(({ name }) => name)).toEqual(['Night line', 'Samaritans'])
  })

  it('refuses what cannot be, field by field, and keeps what was typed', async () => {
    const answer = await sam.post('/settings/organisation', {
      ...form,
      organisation: 'H',
      country: 'Atlantis',
      zone: 'Mars/Olympus',
      emergencyNumber: 'call us',
      'lineName[]': ['A <b>line</b>'],
      'lineContact[]': [''],
      'lineHours[]': [''],
      'lineSource[]': [''],
      'lineCheckedOn[]': ['2027-01-01'],
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const said of ['Choose a country', 'Choose a time zone', 'as it is dialled', 'Enter a number or an address'])
      expect(page).toContain(said)
    expect(page).toContain('value="call us"')
    const dated = await sam.post('/settings/organisation', { ...form, 'lineCheckedOn[]': ['2027-01-01', ''] })
    expect(dated.status).toBe(422)
    const second = await dated.text()
    expect(second).toContain('Enter a day that is not after today')
    expect(second).toContain('href="#lineCheckedOn-0"')
    expect((await house.rooms.accounts.organisation()).emergencyNumber).toBe('999')
  })

  it('is read from memory by each request, and anew after another process changed it', async () => {
    const room = house.list.find(({ name }) => name === 'accounts')
    await room?.start?.()
    await sam.page('/settings')
    house.sql()
    await sam.page('/settings')
    expect(house.sql().filter((statement) => statement.includes('"organisation"'))).toEqual([])

    const present = await house.rooms.accounts.organisation()
    await house.platform.db.transaction(async (tx) => {
      await saveOrganisation(tx, { ...present, name: 'Harbourside Infirmary' })
      await house.platform.realtime.touch(tx, ORGANISATION_CHANNEL)
    })
    await expect.poll(async () => (await house.rooms.accounts.organisation()).name).toBe('Harbourside Infirmary')
  })
})

describe('the doctor', () => {
  it('asks for a second administrator, and for crisis lines that nobody has checked for a year', async () => {
    const room = house.list.find(({ name }) => name === 'accounts')
    const look = async () => (await room?.doctor?.())?.map(({ name, status }) => [name, status])
    expect(await look()).toEqual([
      ['administrators', 'warn'],
      ['crisis lines', 'ok'],
    ])
    await sam.post(`/settings/people/${house.people.amal}`, { 'roles[]': ['duty-manager', 'staff', 'administrator'] })
    await house.advance({ days: 400 })
    expect(await look()).toEqual([
      ['administrators', 'ok'],
      ['crisis lines', 'warn'],
    ])
  })
})

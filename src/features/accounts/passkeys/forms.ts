import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { storable } from '#platform/storable.ts'

export const PasskeyNameForm = z.object({
  name: z.string('passkey.name-missing').trim().min(1, 'passkey.name-missing').max(60, 'passkey.name-long'),
})

const text = z.string().max(20_000)
/** An id is looked for in the database: nothing else may come so far. */
const base64url = text.regex(/^[\w-]+$/)

/** What `navigator.credentials` gives, as JSON. The library checks what is inside. */
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  authenticatorAttachment: z.string().optional(),
}

const registration = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON: text,
      attestationObject: text,
      transports: z
        .array(text.regex(/^[\w-]+$/))
        .max(10)
        .optional(),
    }),
  })
  .transform((value) => value as RegistrationResponseJSON)

const authentication = z
  .object({
    ...credential,
    response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }),
  })
  .transform((value) => value as AuthenticationResponseJSON)

export const NewPasskeyBody = z.object({
  challengeId: z.uuid(),
  name: z.string().trim().max(60).default('').transform(storable),
  response: registration,
})

export const PasskeySignInBody = z.object({
  challengeId: z.uuid(),
  to: z.string().optional(),
  response: authentication,
})

import { hash, parseOptions, verify } from '@node-rs/argon2'

/** argon2id, above OWASP's floor of 19 MiB and two passes; about 50 to 100 ms on one core. */
const COST = { memoryCost: 32_768, timeCost: 2, parallelism: 1 }

/** Argon2id in PHC form, with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), COST)
}

let decoy: Promise<string> | undefined

/**
 * True when the password fits. Without a hash (no such person, or no password set) it works as long against a decoy and says no, so that the
 * time taken tells nobody which addresses have an account.
 */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  if (!passwordHash) {
    decoy ??= hashPassword('nobody has this password')
    await verify(await decoy, normalise(password))
    return false
  }
  return verify(passwordHash, normalise(password))
}

/** Makes the decoy before the first request needs it. */
export async function prepareDecoy(): Promise<void> {
  decoy ??= hashPassword('nobody has this password')
  await decoy
}

/** True for a hash of an older, cheaper setting: then the next sign-in makes a new one. */
export function needsNewHash(passwordHash: string): boolean {
  const { memoryCost, timeCost } = parseOptions(passwordHash)
  return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost
}

/** The same letters typed on another device may come as other code points: NIST SP 800-63B, 5.1.1.2. */
function normalise(password: string): string {
  return password.normalize('NFKC')
}

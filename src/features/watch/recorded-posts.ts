import type { DetectedIncident, Detector, Post, UnreadPost } from './detector/types.ts'
import { MAX_BYTES } from './detector/scan.ts'
import { scanned, scanPost, unescapeInto } from './recorded-post-scan.ts'

/** Some hundred posts of a recording. Most of them still lie in its bytes and are made into objects only when asked for. */
export class RecordedPosts {
  count = 0
  private bytes: Buffer = Buffer.alloc(0)
  private times = new Float64Array(1024)
  /** Of each post: where its line begins, where its text begins and ends, and whether that has escapes (1) or the post is already made (2). */
  private places = new Int32Array(4096)
  private readonly made: Post[] = []
  private readonly unread = new UnreadRecordedPost()

  /** Begins anew, for posts that lie in `bytes`. */
  reset(bytes: Buffer): void {
    this.bytes = bytes
    this.count = 0
    this.made.length = 0
  }

  /** Adds the post whose line begins at `start`, as scanLine has just found it. */
  addScanned(start: number): void {
    const { at, textFrom, textTo, isEscaped } = scanned
    if (textTo - textFrom > MAX_BYTES) this.add(scanPost(this.bytes, start) as Post)
    else this.note(at, start, textFrom, textTo, isEscaped ? ESCAPED : PLAIN)
  }

  add(post: Post): void {
    this.note(post.at, this.made.length, 0, 0, MADE)
    this.made.push(post)
  }

  /** Event time of a post, ms. */
  timeOf(i: number): number {
    return this.times[i] as number
  }

  postAt(i: number): Post {
    const start = this.places[i * 4] as number
    return (this.places[i * 4 + 3] === MADE ? this.made[start] : scanPost(this.bytes, start)) as Post
  }

  toArray(): Post[] {
    return Array.from({ length: this.count }, (_, i) => this.postAt(i))
  }

  /** Lets a detector hear a post, and returns what changed. */
  tell(detector: Detector, i: number): DetectedIncident[] {
    const { places, unread } = this
    const start = places[i * 4] as number
    const form = places[i * 4 + 3] as number
    if (form === MADE) return detector.push(this.made[start] as Post)
    unread.at = this.times[i] as number
    unread.line = this.bytes
    unread.start = start
    unread.setText(this.bytes, places[i * 4 + 1] as number, places[i * 4 + 2] as number, form === ESCAPED)
    return detector.pushUnread(unread)
  }

  private note(at: number, start: number, textFrom: number, textTo: number, form: number): void {
    const i = this.count++
    if (i === this.times.length) this.grow()
    this.times[i] = at
    this.places[i * 4] = start
    this.places[i * 4 + 1] = textFrom
    this.places[i * 4 + 2] = textTo
    this.places[i * 4 + 3] = form
  }

  private grow(): void {
    const { times, places } = this
    this.times = new Float64Array(times.length * 2)
    this.times.set(times)
    this.places = new Int32Array(places.length * 2)
    this.places.set(places)
  }
}

const PLAIN = 0
const ESCAPED = 1
const MADE = 2

/** The post that is just being told; the next one takes its place. */
class UnreadRecordedPost implements UnreadPost {
  at = 0
  bytes: Buffer = Buffer.alloc(0)
  from = 0
  to = 0
  line: Buffer = this.bytes
  start = 0
  private readonly unescaped = Buffer.alloc(MAX_BYTES + 4)

  setText(bytes: Buffer, from: number, to: number, isEscaped: boolean): void {
    if (isEscaped) {
      this.bytes = this.unescaped
      this.from = 0
      this.to = unescapeInto(this.unescaped, bytes, from, to)
      this.unescaped[this.to] = 0
    } else {
      this.bytes = bytes
      this.from = from
      this.to = to
    }
  }

  read(): Post {
    return scanPost(this.line, this.start) as Post
  }
}

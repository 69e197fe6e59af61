/**
 * An id in a route's path, as in `/drills/:exercise{${UUID_IN_PATH}}`. Exactly what the database writes: anything else is a page that is not
 * there, and never reaches the database, where it would be an error.
 */
export const UUID_IN_PATH = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

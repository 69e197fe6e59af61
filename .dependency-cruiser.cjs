// The import rule, in one breath: app knows features; features know platform and ui; platform and ui know nobody.
// A feature enters another only by its index.ts, never in a circle.
const test = '[.]test[.]tsx?$|test-house[.]ts$|/testing/'

module.exports = {
  forbidden: [
    {
      name: 'platform-knows-nobody',
      comment: 'platform is plumbing that knows no room.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: test },
      to: { path: '^src/(app|features|ui)/' },
    },
    {
      name: 'ui-knows-nobody',
      comment: 'ui is furniture: data in, HTML out.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: test },
      to: { path: '^src/(app|features|platform)/' },
    },
    {
      name: 'features-do-not-know-app',
      comment: 'A room gets what it needs as arguments.',
      severity: 'error',
      from: { path: '^src/features/', pathNot: test },
      to: { path: '^src/app/' },
    },
    {
      name: 'features-enter-by-the-front-door',
      comment: 'Another room is entered only by its index.ts.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/', pathNot: test },
      to: { path: '^src/features/([^/]+)/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index[.]ts$'] },
    },
    {
      name: 'only-app-lists-rooms',
      comment: 'Files of src/app enter rooms by the front door as well; the replay and area commands alone open the engine without the room.',
      severity: 'error',
      from: { path: '^src/app/', pathNot: `${test}|^src/app/commands/(replay|area)[.]ts$` },
      to: { path: '^src/features/[^/]+/(?!index[.]ts$)' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'rules-do-not-wait',
      comment: 'rules, permissions and the detector are pure: no database, no network, no clock.',
      severity: 'error',
      from: { path: '^src/features/[^/]+/(rules|permissions|detector/.*)[.]tsx?$', pathNot: test },
      to: { path: '^(src/platform/(database|jobs|events|web|mail|files|realtime|streams)/|node_modules/(kysely|hono|pg|pg-boss)/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-stores-write-sql',
      comment: 'Kysely lives in store files, migrations and the platform.',
      severity: 'error',
      from: { path: '^src/(features|app)/', pathNot: `${test}|store[^/]*[.]ts$|/stores?/|/migrations/` },
      to: { path: '^node_modules/kysely/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-routes-speak-http',
      comment: 'Actions and stores do not know the web.',
      severity: 'error',
      from: { path: '^src/features/[^/]+/(actions|store|jobs|rules|permissions|forms|tables)[^/]*[.]tsx?$', pathNot: test },
      to: { path: '^node_modules/hono/(?!dist/types/jsx|dist/jsx)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-code-stays-in-the-browser',
      comment: 'Elements import nothing of the server.',
      severity: 'error',
      from: { path: '/elements/', pathNot: test },
      to: { path: '^(src/(app|platform)/|node_modules/(kysely|pg|hono)/)', dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-to-tests', severity: 'error', from: { pathNot: `${test}|^e2e/|^bench/` }, to: { path: test } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'not-to-dev-dependencies',
      comment: 'What runs must be installed where it runs.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}

/** The direction of imports: routes → features → room → protocol → domain ← store ← services ← sync ← main. */
const feature = '^src/lib/(call|captions|stage|board|worksheet|check-in|chat)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-circular',
			severity: 'error',
			from: {},
			// Types alone may name each other: nothing of them is left when the product runs.
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'domain-imports-only-yjs-and-itself',
			severity: 'error',
			from: { path: '^src/lib/domain/', pathNot: '\\.test\\.ts$' },
			to: { pathNot: '^src/lib/domain/|node_modules/(yjs|lib0|perfect-freehand)/' }
		},
		{
			name: 'protocol-imports-domain',
			severity: 'error',
			from: { path: '^src/lib/protocol/', pathNot: '\\.test\\.ts$' },
			to: { pathNot: '^src/lib/(domain|protocol)/|node_modules/(yjs|lib0|y-protocols)/' }
		},
		{
			name: 'room-imports-domain-and-protocol',
			severity: 'error',
			from: { path: '^src/lib/room/', pathNot: '\\.test\\.ts$' },
			to: {
				path: '^(src/(routes|lib/(call|captions|stage|board|worksheet|check-in|chat|review|ui))|server)/'
			}
		},
		{
			name: 'features-never-import-each-other',
			severity: 'error',
			from: { path: feature },
			to: { path: feature, pathNot: '^src/lib/$1/' }
		},
		{
			name: 'features-import-room-ui-domain',
			severity: 'error',
			from: { path: feature },
			to: { path: '^(src/(routes|lib/review)|server)/' }
		},
		{
			name: 'review-imports-ui-and-domain',
			severity: 'error',
			from: { path: '^src/lib/review/' },
			to: {
				path: '^(src/(routes|lib/(room|call|captions|stage|board|worksheet|check-in|chat|protocol))|server)/'
			}
		},
		{
			name: 'ui-knows-no-word-of-therapy',
			severity: 'error',
			from: { path: '^src/lib/ui/' },
			to: { path: '^(src/(routes|lib/(?!ui/))|server)/' }
		},
		{
			name: 'the-browser-imports-only-types-from-the-server',
			severity: 'error',
			from: { path: '^src/', pathNot: '\\.test\\.ts$' },
			to: { path: '^server/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'the-server-imports-domain-and-protocol-alone',
			severity: 'error',
			from: { path: '^server/' },
			to: { path: '^src/', pathNot: '^src/lib/(domain|protocol)/' }
		},
		{
			name: 'only-the-store-speaks-sql',
			severity: 'error',
			from: { path: '^server/', pathNot: '^server/store/' },
			to: { path: 'node_modules/better-sqlite3/' }
		},
		{
			name: 'only-accounts-knows-lucia',
			severity: 'error',
			from: { path: '^(server|src)/', pathNot: '^server/accounts/' },
			to: { path: 'node_modules/lucia/' }
		},
		{
			name: 'store-is-below-the-services',
			severity: 'error',
			from: { path: '^server/store/' },
			to: { path: '^server/(accounts|sessions|groups|artifacts|sync|signal|http|audit)/' }
		},
		{
			name: 'not-to-unresolvable',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: '^\\$(app|env|service-worker)|^\\./\\$types|^@hocuspocus/' }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(tests/bench/node_modules|build|\\.svelte-kit)' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'browser', 'node', 'default'],
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.json']
		}
	}
};

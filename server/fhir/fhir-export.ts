import type { Artifact } from '../../src/lib/domain/artifact.ts';
import { exerciseNamed } from '../../src/lib/domain/exercises/library.ts';
import type { ArtifactId } from '../../src/lib/domain/ids.ts';
import type { Ground } from '../app.ts';
import type { Artifacts } from '../artifacts/artifacts.ts';
import type { Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import type { Library } from '../library/library.ts';
import { responseOf, totalOf, type Kept } from './response.ts';
import { readingOf, writeQuestionnaire } from './write-questionnaire.ts';

interface Bundle {
	resourceType: 'Bundle';
	type: 'collection';
	entry: { resource: object }[];
}

interface Needs {
	artifacts: Pick<Artifacts, 'get'>;
	groups: Pick<Groups, 'get' | 'placeOf'>;
	library: Pick<Library, 'version'>;
}

/** What was kept of a worksheet, for other systems. */
export class FhirExport {
	readonly #ground: Pick<Ground, 'store'>;
	readonly #needs: Needs;

	constructor(ground: Pick<Ground, 'store'>, needs: Needs) {
		this.#ground = ground;
		this.#needs = needs;
	}

	/**
	 * The worksheet with what it asked and what a measure comes to, or null when it is unknown, no worksheet, or not the
	 * asker's to read: these look the same (R21). What was filled in together is the group's, and no one's in it. Taking it out is audited.
	 */
	async ofArtifact(asker: Asker, id: ArtifactId): Promise<Bundle | null> {
		const { artifacts, library } = this.#needs;
		const artifact = await artifacts.get(asker, id);
		if (artifact?.body.kind !== 'worksheet' && artifact?.body.kind !== 'table') return null;
		const of = await this.#writer(artifact);
		if (!of) return null;
		const { sheet } = artifact.body;
		const own = await library.version(sheet.exercise, sheet.definition?.version);
		const exercise = own ?? sheet.definition ?? exerciseNamed(sheet.exercise);
		const kept: Kept = {
			...{
				id,
				sheet,
				exercise,
				reading: exercise && readingOf(exercise),
				at: artifact.capturedAt,
				amended: artifact.version > 1
			},
			of
		};
		const event = { person: asker.person, action: 'artifact.export', object: `artifact:${id}` };
		await this.#ground.store.writer.commit([], [event]);
		const total = totalOf(kept);
		const resources = [exercise && writeQuestionnaire(exercise), responseOf(kept), total];
		return {
			resourceType: 'Bundle',
			type: 'collection',
			entry: resources.flatMap((resource) => (resource ? [{ resource }] : []))
		};
	}

	async #writer({ body, group, owner }: Artifact): Promise<Kept['of'] | null> {
		const { groups } = this.#needs;
		if (body.kind === 'table') return { group: (await groups.get(group))?.name ?? 'A group' };
		if (!owner) return null;
		return { author: (await groups.placeOf(group, owner))?.alias ?? 'A former member' };
	}
}

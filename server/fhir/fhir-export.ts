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
	groups: Pick<Groups, 'placeOf'>;
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
	 * The worksheet with what it asked and what a measure comes to, or null when it is unknown, no worksheet of one
	 * person, or not the asker's to read: these look the same (R21). Taking it out is audited.
	 */
	async ofArtifact(asker: Asker, id: ArtifactId): Promise<Bundle | null> {
		const { artifacts, groups, library } = this.#needs;
		const artifact = await artifacts.get(asker, id);
		if (artifact?.body.kind !== 'worksheet' || !artifact.owner) return null;
		const { sheet } = artifact.body;
		const own = await library.version(sheet.exercise, sheet.definition?.version);
		const exercise = own ?? sheet.definition ?? exerciseNamed(sheet.exercise);
		const placement = await groups.placeOf(artifact.group, artifact.owner);
		const kept: Kept = {
			...{
				id,
				sheet,
				exercise,
				reading: exercise && readingOf(exercise),
				at: artifact.capturedAt,
				amended: artifact.version > 1
			},
			author: placement?.alias ?? 'A former member'
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
}

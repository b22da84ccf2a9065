import { sql, type Kysely } from 'kysely';
import { BYTES } from '../dialect.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	const { schema } = db;
	await schema
		.createTable('setting')
		.addColumn('name', 'text', (c) => c.primaryKey())
		.addColumn('value_sealed', BYTES, (c) => c.notNull())
		.execute();

	await schema
		.createTable('person')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('name_sealed', BYTES, (c) => c.notNull())
		.addColumn('mail_sealed', BYTES)
		.addColumn('mail_hash', 'text', (c) => c.unique())
		.addColumn('staff', 'integer', (c) => c.notNull())
		.addColumn('licence_sealed', BYTES)
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('disabled_at', 'bigint')
		.execute();

	await schema
		.createTable('credential')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('lookup', 'text', (c) => c.unique())
		.addColumn('data_sealed', BYTES)
		.addColumn('label', 'text', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('used_at', 'bigint')
		.addColumn('expires_at', 'bigint')
		.addColumn('revoked_at', 'bigint')
		.execute();
	await schema.createIndex('credential_person').on('credential').column('person').execute();

	await schema
		.createTable('sign_in')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('label', 'text', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('seen_at', 'bigint', (c) => c.notNull())
		.addColumn('expires_at', 'bigint', (c) => c.notNull())
		.addColumn('ends_at', 'bigint', (c) => c.notNull())
		.addColumn('proved_at', 'bigint', (c) => c.notNull())
		.addColumn('second_factor', 'integer', (c) => c.notNull())
		.execute();
	await schema.createIndex('sign_in_person').on('sign_in').column('person').execute();

	await schema
		.createTable('failed_sign_in')
		.addColumn('subject', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.execute();
	await schema
		.createIndex('failed_sign_in_subject')
		.on('failed_sign_in')
		.columns(['subject', 'at'])
		.execute();

	await schema
		.createTable('hearth_group')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('name_sealed', BYTES, (c) => c.notNull())
		.addColumn('focus_sealed', BYTES, (c) => c.notNull())
		.addColumn('agreements_sealed', BYTES, (c) => c.notNull())
		.addColumn('capacity', 'integer', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('archived_at', 'bigint')
		.execute();

	await schema
		.createTable('place')
		.addColumn('group_id', 'text', (c) => c.notNull())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('place', 'text', (c) => c.notNull())
		.addColumn('alias_sealed', BYTES, (c) => c.notNull())
		.addColumn('seat', 'integer', (c) => c.notNull())
		.addColumn('since', 'bigint', (c) => c.notNull())
		.addColumn('left_at', 'bigint')
		.addPrimaryKeyConstraint('place_key', ['group_id', 'person'])
		.execute();
	await schema.createIndex('place_person').on('place').column('person').execute();
	// Two people never get one chair (R24).
	await schema
		.createIndex('place_seat')
		.on('place')
		.columns(['group_id', 'seat'])
		.unique()
		.where(sql.ref('left_at'), 'is', null)
		.execute();

	await schema
		.createTable('invitation')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('purpose', 'text', (c) => c.notNull())
		.addColumn('group_id', 'text')
		.addColumn('place', 'text', (c) => c.notNull())
		.addColumn('person', 'text')
		.addColumn('token_hash', 'text', (c) => c.notNull().unique())
		.addColumn('created_by', 'text')
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('expires_at', 'bigint', (c) => c.notNull())
		.addColumn('used_at', 'bigint')
		.addColumn('revoked_at', 'bigint')
		.execute();
	await schema.createIndex('invitation_group').on('invitation').column('group_id').execute();

	await schema
		.createTable('consent')
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('group_id', 'text', (c) => c.notNull())
		.addColumn('session', 'text')
		.addColumn('version', 'text', (c) => c.notNull())
		.addColumn('given_at', 'bigint', (c) => c.notNull())
		.execute();
	await schema.createIndex('consent_person').on('consent').columns(['person', 'group_id']).execute();

	await schema
		.createTable('session')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('group_id', 'text', (c) => c.notNull())
		.addColumn('title_sealed', BYTES, (c) => c.notNull())
		.addColumn('plan_sealed', BYTES, (c) => c.notNull())
		.addColumn('starts_at', 'bigint', (c) => c.notNull())
		.addColumn('zone', 'text', (c) => c.notNull())
		.addColumn('minutes', 'integer', (c) => c.notNull())
		.addColumn('state', 'text', (c) => c.notNull())
		.addColumn('sequence', 'integer', (c) => c.notNull())
		.addColumn('moved_from', 'bigint')
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('opened_at', 'bigint')
		.addColumn('ended_at', 'bigint')
		.addColumn('signed_off_at', 'bigint')
		.addColumn('signed_off_by', 'text')
		.execute();
	await schema.createIndex('session_group').on('session').columns(['group_id', 'starts_at']).execute();

	await schema
		.createTable('entry')
		.addColumn('session', 'text', (c) => c.notNull())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('card_sealed', BYTES)
		.addColumn('outside_licence', 'integer', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('wiped_at', 'bigint')
		.addPrimaryKeyConstraint('entry_key', ['session', 'person'])
		.execute();

	await schema
		.createTable('attendance')
		.addColumn('session', 'text', (c) => c.notNull())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('what', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.execute();
	await schema.createIndex('attendance_session').on('attendance').columns(['session', 'person']).execute();
	await schema.createIndex('attendance_person').on('attendance').column('person').execute();

	await schema
		.createTable('document')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('group_id', 'text', (c) => c.notNull())
		.addColumn('session', 'text', (c) => c.notNull())
		.addColumn('owner', 'text')
		.addColumn('step', 'text')
		.addColumn('readers', 'text', (c) => c.notNull())
		.addColumn('reads_when', 'text', (c) => c.notNull())
		.addColumn('epoch', 'integer', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('quarantined_at', 'bigint')
		.execute();
	await schema.createIndex('document_session').on('document').columns(['session', 'kind']).execute();

	await schema
		.createTable('document_update')
		.addColumn('document', 'text', (c) => c.notNull())
		.addColumn('epoch', 'integer', (c) => c.notNull())
		.addColumn('seq', 'integer', (c) => c.notNull())
		.addColumn('update_sealed', BYTES, (c) => c.notNull())
		.addPrimaryKeyConstraint('document_update_key', ['document', 'epoch', 'seq'])
		.execute();

	await schema
		.createTable('document_snapshot')
		.addColumn('document', 'text', (c) => c.notNull())
		.addColumn('epoch', 'integer', (c) => c.notNull())
		.addColumn('seq', 'integer', (c) => c.notNull())
		.addColumn('snapshot_sealed', BYTES, (c) => c.notNull())
		.addColumn('state_vector', BYTES, (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('document_snapshot_key', ['document', 'epoch', 'seq'])
		.execute();

	await schema
		.createTable('document_client')
		.addColumn('document', 'text', (c) => c.notNull())
		.addColumn('client', 'bigint', (c) => c.notNull())
		.addColumn('person', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('document_client_key', ['document', 'client'])
		.execute();

	await schema
		.createTable('command')
		.addColumn('key', 'text', (c) => c.notNull())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('session', 'text', (c) => c.notNull())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('reply_sealed', BYTES, (c) => c.notNull())
		.addPrimaryKeyConstraint('command_key', ['session', 'person', 'key'])
		.execute();

	await schema
		.createTable('artifact')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('series', 'text', (c) => c.notNull())
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('session', 'text', (c) => c.notNull())
		.addColumn('group_id', 'text', (c) => c.notNull())
		.addColumn('step', 'text')
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('audience', 'text', (c) => c.notNull())
		.addColumn('owner', 'text')
		.addColumn('readers', 'text', (c) => c.notNull())
		.addColumn('title_sealed', BYTES, (c) => c.notNull())
		.addColumn('body_sealed', BYTES, (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('withdrawn_at', 'bigint')
		.addUniqueConstraint('artifact_version', ['series', 'version'])
		.execute();
	await schema.createIndex('artifact_session').on('artifact').column('session').execute();
	await schema.createIndex('artifact_owner').on('artifact').column('owner').execute();

	await schema
		.createTable('audit')
		.addColumn('seq', 'integer', (c) => c.primaryKey())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('person', 'text')
		.addColumn('action', 'text', (c) => c.notNull())
		.addColumn('object', 'text', (c) => c.notNull())
		.addColumn('detail', 'text', (c) => c.notNull())
		.addColumn('previous', 'text', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull())
		.execute();
}

/** How the fields of HomeworkAlong.svelte are named: this, and the homework's id. */
export const ALONG = 'along-';

/** What went wrong in a way that the person at the keyboard can mend. Its message is all they are shown. */
export class Complaint extends Error {
	override readonly name = 'Complaint';
}

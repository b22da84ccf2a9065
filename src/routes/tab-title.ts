/** Whether a browser may say the group's name in its tabs, and so in its history: in this cookie (S08). */
export const SAYS_COOKIE = 'says';
export const SAYS_GROUP = 'group';

/** S08: tabs and history say only 'Hearth', unless whose browser it is chose to have the group's name there. */
export function tabTitle({ saysGroup, group }: { saysGroup: boolean; group: string | undefined }): string {
	return saysGroup && group ? `Hearth: ${group}` : 'Hearth';
}

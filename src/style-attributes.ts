/** A start tag of the server's own writing up to its style attribute: names, and values in double quotes. */
const STYLED = /(<[a-z][^\s>]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*?)\s+style="[^"]*"/g;

/**
 * Our CSP refuses style attributes that come with a page (R39). Left out, Svelte finds them missing when it takes the
 * page over and sets them through the CSSOM, which is allowed; left in, it takes them for done.
 */
export function withoutStyleAttributes(html: string): string {
	return html.replaceAll(STYLED, '$1');
}

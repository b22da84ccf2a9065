/** The name of a country by its ISO 3166 letters; the letters themselves where they are no country's. */
export function countryName(code: string): string {
	if (!/^[A-Z]{2}$/.test(code)) return code;
	return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}

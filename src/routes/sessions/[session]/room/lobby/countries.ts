const CODES =
	'AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PS PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TW TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VA VE VN YE ZM ZW AX AS AI AW BM VG KY CK CW FK FO GF PF GI GL GP GU GG HK IM JE MO MQ YT MS NC NU MP PR RE BL SH MF PM SX TC VI WF'.split(
		' '
	);

/** The countries of ISO 3166-1 by name, in the language of the page. */
export function countries(language = 'en'): { code: string; name: string }[] {
	const names = new Intl.DisplayNames(language, { type: 'region' });
	return CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
		a.name.localeCompare(b.name, language)
	);
}

export function countryName(code: string, language = 'en'): string {
	return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

export type Theme = 'auto' | 'light' | 'dark';

const YEAR_S = 31_536_000;

export function themeNow(): Theme {
	const chosen = document.documentElement.dataset.theme;
	return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
}

/** Changes the colours now, and for the next page loads through the cookie that the server reads. */
export function chooseTheme(theme: Theme): void {
	document.documentElement.dataset.theme = theme;
	document.cookie = `theme=${theme}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
}

import { createSubscriber } from 'svelte/reactivity';

const DARK = '(prefers-color-scheme: dark)';

/** The theme the page is shown in, for what is painted by hand: the person's choice, else the device's. */
export class ThemeNow {
	readonly #watch = createSubscriber((update) => {
		const media = matchMedia(DARK);
		const chosen = new MutationObserver(update);
		media.addEventListener('change', update);
		chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
		return () => {
			media.removeEventListener('change', update);
			chosen.disconnect();
		};
	});

	get name(): 'light' | 'dark' {
		this.#watch();
		const { theme } = document.documentElement.dataset;
		if (theme === 'light' || theme === 'dark') return theme;
		return matchMedia(DARK).matches ? 'dark' : 'light';
	}
}

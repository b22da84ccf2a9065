import { SHEET_HEIGHT, SHEET_WIDTH } from '../../../../src/lib/domain/board.ts';
import { inkPath } from '../../../../src/lib/domain/board-outline.ts';
import { PENS } from '../../../../src/lib/domain/board-pens.ts';
import { nextFrame, type Approach } from './approach.ts';
import { PlainWindow, type Points } from './plain-window.ts';

const NS = 'http://www.w3.org/2000/svg';
const NIB = { width: 4, marker: false };

/** The board as it is often built: one SVG, one path a line. */
export function plainSvg(host: HTMLElement): Approach {
	const svg = document.createElementNS(NS, 'svg');
	svg.setAttribute('viewBox', `0 0 ${SHEET_WIDTH} ${SHEET_HEIGHT}`);
	svg.style.cssText = 'inline-size:100%;block-size:100%;touch-action:none';
	const group = svg.appendChild(document.createElementNS(NS, 'g'));
	host.append(svg);
	const pathFor = (pen: keyof typeof PENS) => {
		const path = group.appendChild(document.createElementNS(NS, 'path'));
		path.setAttribute('fill', PENS[pen].light);
		return path;
	};
	let own: SVGPathElement | null = null;
	let remote: SVGPathElement | null = null;
	const draw = (path: SVGPathElement, points: Points) =>
		path.setAttribute('d', inkPath({ points, pressed: false }, NIB));
	const window = new PlainWindow(host, {
		draw: (points) => draw((own ??= pathFor('teal')), points),
		lift: () => (own = null),
		look: ({ scale, x, y }) => group.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`)
	});
	return {
		async open(strokes) {
			for (const stroke of strokes) pathFor(stroke.pen).setAttribute('d', inkPath(stroke.ink, stroke));
			await nextFrame();
			await nextFrame();
		},
		drawRemote: (points) => draw((remote ??= pathFor('plum')), points),
		liftRemote: () => (remote = null),
		close: () => {
			window.close();
			svg.remove();
		}
	};
}

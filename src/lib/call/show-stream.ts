import type { Attachment } from 'svelte/attachments';

/** Plays a stream in a video element: an element's stream cannot be set in markup. */
export function showStream(stream: MediaStream | null): Attachment<HTMLVideoElement> {
	return (video) => {
		video.srcObject = stream;
		// Set as a property: the attribute alone does not silence a video that is made by script.
		video.muted = true;
		video.play().catch((error: unknown) => {
			// The element is gone before it could begin, or waits for a tap as the voices do.
			if (!(error instanceof DOMException)) throw error;
		});
		return () => (video.srcObject = null);
	};
}

/** Tells whether an element can be seen: pictures that nobody looks at are not asked for. */
export function whileSeen(tell: (seen: boolean) => void): Attachment<HTMLElement> {
	return (element) => {
		const observer = new IntersectionObserver((entries) => tell(entries.some((one) => one.isIntersecting)));
		observer.observe(element);
		return () => {
			observer.disconnect();
			tell(false);
		};
	};
}

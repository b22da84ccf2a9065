import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(20_000));

const shape = {
	id: text,
	rawId: text,
	type: v.literal('public-key'),
	clientExtensionResults: v.optional(v.looseObject({}), {}),
	authenticatorAttachment: v.optional(v.picklist(['platform', 'cross-platform']))
};

/** What a browser answers when a passkey was used; the library checks every byte of it. */
export const AuthenticationResponse = v.object({
	...shape,
	response: v.object({
		clientDataJSON: text,
		authenticatorData: text,
		signature: text,
		userHandle: v.optional(text)
	})
});

/** What a browser answers when a passkey was made. */
export const RegistrationResponse = v.object({
	...shape,
	response: v.object({
		clientDataJSON: text,
		attestationObject: text,
		transports: v.optional(
			v.array(v.picklist(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
		)
	})
});

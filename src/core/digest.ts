/** SHA-256 of UTF-8 text or bytes as 64 lower-case hex digits. It is handed in: the core has no crypto of its own. */
export type Digest = (content: string | Uint8Array) => string;

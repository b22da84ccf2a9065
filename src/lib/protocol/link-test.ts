/** The most that is asked for, or sent, at once when somebody tries their link to the server, in bytes. */
export const LINK_TEST_MOST_BYTES = 256 * 1024;

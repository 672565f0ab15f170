/** Keyed pseudonyms, event ids, home networks: what leaves the decoder in place of identities. */
@NullMarked
package io.luxqoe.decoder.identity;

import org.jspecify.annotations.NullMarked;

/** What the tests of the services share: architecture rules, the common settings, topology stories. */
@NullMarked
package io.luxqoe.streams.testing;

import org.jspecify.annotations.NullMarked;

/** Reference tables as their keepers have them: files read, checked, compared with the topics, and written. */
@NullMarked
package io.luxqoe.local.reference;

import org.jspecify.annotations.NullMarked;

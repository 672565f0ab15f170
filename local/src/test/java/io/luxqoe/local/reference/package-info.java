@NullMarked
package io.luxqoe.local.reference;

import org.jspecify.annotations.NullMarked;

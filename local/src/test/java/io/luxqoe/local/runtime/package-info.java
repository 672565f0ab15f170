@NullMarked
package io.luxqoe.local.runtime;

import org.jspecify.annotations.NullMarked;

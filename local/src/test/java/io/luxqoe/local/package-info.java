@NullMarked
package io.luxqoe.local;

import org.jspecify.annotations.NullMarked;

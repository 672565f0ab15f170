@NullMarked
package io.luxqoe.local.count;

import org.jspecify.annotations.NullMarked;

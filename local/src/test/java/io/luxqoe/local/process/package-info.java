@NullMarked
package io.luxqoe.local.process;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.luxqoe.local.cli;

import org.jspecify.annotations.NullMarked;

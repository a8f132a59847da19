/// Files on the disk, written whole or not at all; every room that keeps something writes it here.
@NullMarked
package io.stagecraft.disk;

import org.jspecify.annotations.NullMarked;

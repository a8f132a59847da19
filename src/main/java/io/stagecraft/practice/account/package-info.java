/// What the Practice account holds and the one thread of events that changes it: things, roles, time and chance.
@NullMarked
package io.stagecraft.practice.account;

import org.jspecify.annotations.NullMarked;

/**
 * Brings what people are told to the devices they carry: one digest per person and local day, from every replica, through crashes, twice
 * only where nobody can know whether the first time arrived. Doors: {@link io.huikuan.delivery.DigestPlanning} and {@link
 * io.huikuan.delivery.DeviceKeeping}. Its invariant: what is told is counted at the moment it is sent, to the person who has the device
 * then; a device's address is in no log.
 */
@NullMarked
package io.huikuan.delivery;

import org.jspecify.annotations.NullMarked;

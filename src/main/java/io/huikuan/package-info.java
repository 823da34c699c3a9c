/**
 * Huikuan (回款): who owes what by when, told in time. One feature, one room: a room is one flat package, package-private except
 * its door (the class other rooms may call) and the records that the door takes and gives.
 *
 * <pre>
 * room          owns                                                          may know
 * rules         pure arithmetic of money and dates                            nothing
 * platform      the floor: clock, problems, viewer, cursors, idempotency      nothing
 * organisation  the company: zone, currency, locale, calendar, quiet hours    –
 * calendar      working days and hours, public holidays, days set by hand      nothing
 * account       people who sign in: users, roles, tokens, sessions            organisation
 * team          the team tree, hence who may see what                         account
 * substitution  who stands in for whom, by date                               nothing
 * customer      customers, contacts, preferences, credit limit, owner         team, account
 * handover      many customers handed over at once                            customer
 * document      contracts, invoices: what receivables hang on                 customer
 * receivable    receivables: one amount due by one date                       customer
 * payment       receipts, allocations, credit notes, write-offs, reversals    receivable, customer
 * hold          promises to pay, disputes, agreed pauses                      receivable, customer
 * followup      follow-up tasks, told until they are acknowledged             receivable, customer, account, calendar
 * recurrence    tasks that come again, by RFC 5545                              followup, calendar, organisation
 * trigger       occasions that make tasks; what has no next step                followup, calendar, organisation
 * contactlog    the communication log                                         customer, receivable, followup, hold
 * policy        reminder ladders as data, version after version               –
 * assignment    which policy is followed where, and until when                policy, customer
 * replay        what another policy would have sent                           policy, assignment, calendar, team
 * reminder      the daily run, one stored decision per look                   assignment, receivable, customer, followup, team
 * performance   read-only team numbers                                        team, account
 * importing     CSV in, row by row                                            customer, receivable, payment
 * sync          the delta feed for phones                                     team
 * notification  the inbox: what each person is told                           delivery, account, organisation
 * delivery      devices, digests, deliveries, the dispatcher                  channel, session, account, organisation
 * channel       ways to a device: FCM and others                              nothing
 * audit         who did what, append-only                                     –
 * </pre>
 *
 * Every room may know {@code rules} and {@code platform} and call the doors of {@code notification} and {@code audit}. "May
 * know" means: call its door, take its records. Where a room must react to what happens in one that it may not know, the other
 * publishes a CDI event record. Reads may look through any window (a query may join any table); writes use the door of the room
 * that owns the table. {@code sandbox} is no room: what only dev, demo and tests have.
 */
@NullMarked
package io.huikuan;

import org.jspecify.annotations.NullMarked;

package io.huikuan.rights;

import static io.huikuan.rights.Call.delete;
import static io.huikuan.rights.Call.get;
import static io.huikuan.rights.Call.patch;
import static io.huikuan.rights.Call.post;
import static io.huikuan.rights.Call.put;
import static io.huikuan.rights.Case.list;
import static io.huikuan.rights.Case.row;
import static io.huikuan.testing.Portfolio.unique;

import io.huikuan.testing.Portfolio;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each operation of the API is asked. A new operation is a new line here. */
final class Operations {
    private static final String PASSWORD = "another-long-password";

    private Operations() {}

    static List<Case> all() {
        return Stream.of(
                        open(),
                        oneself(),
                        people(),
                        customers(),
                        documents(),
                        terms(),
                        plans(),
                        calendar(),
                        substitutions(),
                        handOvers(),
                        receivables(),
                        imports(),
                        bankStatements(),
                        payments(),
                        interest(),
                        statements(),
                        discounts(),
                        books(),
                        adjustments(),
                        tasksAndContacts(),
                        holds(),
                        recurringTasks(),
                        triggers(),
                        inbox(),
                        reminders(),
                        policies(),
                        dunning(),
                        channelTargets(),
                        performance(),
                        audit())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> open() {
        var right = "open to all";
        return List.of(
                row("getKeys", right, mine -> get("/.well-known/jwks.json")),
                row("signIn", right, mine -> post("/auth/token", mine.owner().credentials())),
                row("refresh", right, mine -> post("/auth/refresh", refreshToken(mine))),
                row("askToUnsubscribe", right, mine -> get("/unsubscribe/x")),
                row("unsubscribe", right, mine -> post("/unsubscribe/x")),
                row("signOut", right, mine -> post("/auth/logout", refreshToken(mine))),
                row(
                        "openOrganisation",
                        right,
                        mine -> post(
                                "/organisations",
                                Map.of(
                                        "code", unique("t"),
                                        "name", "New",
                                        "timeZone", "Asia/Shanghai",
                                        "currency", "CNY",
                                        "locale", "en",
                                        "admin",
                                                Map.of(
                                                        "username",
                                                        "admin",
                                                        "displayName",
                                                        "A",
                                                        "password",
                                                        PASSWORD)))));
    }

    private static List<Case> oneself() {
        var right = "oneself";
        return List.of(
                row("getMe", right, mine -> get("/me")),
                row("listMySessions", right, mine -> get("/me/sessions")),
                row("endMySession", "one's sessions", mine -> delete("/me/sessions/" + mine.newSession())),
                // Nobody loses their password here: who gives a wrong one has got past the question of rights.
                row(
                                "changeMyPassword",
                                right,
                                mine -> put(
                                        "/me/password", Map.of("currentPassword", "wrong", "newPassword", PASSWORD)))
                        .allowedAs(400));
    }

    private static List<Case> people() {
        var read = "people: read";
        var write = "people: write";
        return List.of(
                list("listUsers", read, "/users?limit=200", mine -> mine.owner().id()),
                row("getUser", read, mine -> get("/users/" + mine.owner().id())),
                row(
                                "createUser",
                                write,
                                mine -> post(
                                        "/users",
                                        Map.of(
                                                "username", unique("u"),
                                                "displayName", "New",
                                                "roles", List.of("SALESPERSON"),
                                                "teamId", mine.teamId(),
                                                "password", PASSWORD)))
                        .hiddenAs(400),
                row("changeUser", write, mine -> patch("/users/" + mine.owner().id(), Map.of("locale", "en"))),
                row(
                        "resetUserPassword",
                        write,
                        mine -> put("/users/" + mine.newColleague() + "/password", Map.of("password", PASSWORD))),
                list("listTeams", read, "/teams?limit=200", Portfolio::teamId),
                row("getTeam", read, mine -> get("/teams/" + mine.teamId())),
                row(
                                "createTeam",
                                write,
                                mine -> post("/teams", Map.of("name", unique("Team"), "parentId", mine.teamId())))
                        .hiddenAs(400),
                row("changeTeam", write, mine -> patch("/teams/" + mine.newTeam(), Map.of("name", unique("Team")))));
    }

    private static List<Case> customers() {
        var read = "customers: read";
        var write = "customers: write";
        return List.of(
                list("listCustomers", read, "/customers?limit=200", Portfolio::customer),
                row("getCustomer", read, mine -> get("/customers/" + mine.customer())),
                row(
                                "createCustomer",
                                write,
                                mine -> post(
                                        "/customers",
                                        Map.of(
                                                "code",
                                                unique("C-"),
                                                "name",
                                                "New",
                                                "ownerId",
                                                mine.owner().id())))
                        .hiddenAs(400),
                row("changeCustomer", write, mine -> patch("/customers/" + mine.customer(), Map.of("note", "called"))),
                row(
                        "changeCustomer",
                        "customers: hand over",
                        mine -> patch(
                                "/customers/" + mine.newCustomer(),
                                Map.of("creditLimit", Map.of("amount", "1000.00", "currency", "CNY")))),
                row(
                        "changeCustomer",
                        "customers: hand over",
                        mine -> patch("/customers/" + mine.newCustomer(), Map.of("ownerId", mine.newColleague()))),
                row("listContacts", read, mine -> get("/customers/" + mine.customer() + "/contacts")),
                row("getContact", read, mine -> get("/customers/" + mine.customer() + "/contacts/" + mine.contact())),
                row(
                        "createContact",
                        write,
                        mine -> post("/customers/" + mine.customer() + "/contacts", Map.of("name", "Chen"))),
                row(
                        "changeContact",
                        write,
                        mine -> patch(
                                "/customers/" + mine.customer() + "/contacts/" + mine.contact(),
                                Map.of("jobTitle", "CFO"))));
    }

    private static List<Case> documents() {
        var read = "contracts, invoices: read";
        var write = "contracts, invoices: write";
        return List.of(
                list("listContracts", read, "/contracts?limit=200", Portfolio::contract),
                row("getContract", read, mine -> get("/contracts/" + mine.contract())),
                row("createContract", write, mine -> post("/contracts", mine.aContract())),
                row(
                        "changeContract",
                        write,
                        mine -> patch("/contracts/" + mine.contract(), Map.of("title", "Supplies"))),
                list("listInvoices", read, "/invoices?limit=200", Portfolio::invoice),
                row("getInvoice", read, mine -> get("/invoices/" + mine.invoice())),
                row("createInvoice", write, mine -> post("/invoices", mine.anInvoice())),
                row(
                        "changeInvoice",
                        write,
                        mine -> patch("/invoices/" + mine.invoice(), Map.of("issuedOn", "2026-06-29"))));
    }

    private static List<Case> terms() {
        var read = "payment terms: read";
        var write = "payment terms: write";
        return List.of(
                list("listPaymentTerms", read, "/payment-terms?limit=200", Portfolio::paymentTerms),
                row("getPaymentTerms", read, mine -> get("/payment-terms/" + mine.paymentTerms())),
                row(
                        "createPaymentTerms",
                        "payment terms: create",
                        mine -> post("/payment-terms", Portfolio.paymentTerms(unique("T-")))),
                row(
                        "replacePaymentTerms",
                        write,
                        mine -> put("/payment-terms/" + mine.paymentTerms(), Portfolio.paymentTerms(unique("T-")))),
                row("getReplanLimit", "replan limit: read", mine -> get("/replan-limit")),
                row("setReplanLimit", "replan limit: set", mine -> put("/replan-limit", Map.of())));
    }

    private static List<Case> plans() {
        var read = "plans: read";
        var write = "plans: write";
        var decision = Map.of("note", "as told by phone");
        var delivered = Map.of("kind", "DELIVERY", "reachedOn", "2026-07-01");
        return List.of(
                row("getPlan", read, mine -> get("/contracts/" + mine.plannedContract() + "/plan")),
                row("listPlanVersions", read, mine -> get("/contracts/" + mine.plannedContract() + "/plan/versions")),
                row("createPlan", write, mine -> post("/contracts/" + mine.newContract() + "/plan", Portfolio.aPlan())),
                row(
                        "reachMilestone",
                        write,
                        mine -> post("/contracts/" + mine.newPlannedContract() + "/milestones", delivered)),
                row(
                        "replan",
                        write,
                        mine -> post("/contracts/" + mine.plannedContract() + "/plan/versions", mine.aVersion())),
                row(
                        "approvePlanVersion",
                        "plans: decide",
                        mine -> post("/contracts/" + mine.newProposal() + "/plan/versions/2/approval", decision)),
                row(
                        "refusePlanVersion",
                        "plans: decide",
                        mine -> post("/contracts/" + mine.newProposal() + "/plan/versions/2/refusal", decision)));
    }

    private static List<Case> calendar() {
        var read = "calendar: read";
        var write = "calendar: write";
        var week = Map.of("weekend", List.of("SUNDAY"), "worksFrom", "09:00", "worksTo", "18:00");
        var day = Map.of("kind", "HOLIDAY", "name", "Outing");
        return List.of(
                row("getCalendar", read, _ -> get("/calendar")),
                row("setCalendar", write, _ -> put("/calendar", week)),
                row("listCalendarDays", read, _ -> get("/calendar/days?from=2026-10-01&to=2026-10-31")),
                row("setCalendarDay", write, _ -> put("/calendar/days/2026-10-12", day)),
                row(
                        "unsetCalendarDay",
                        "calendar: take back",
                        mine -> delete("/calendar/days/" + mine.newCalendarDay())));
    }

    private static List<Case> substitutions() {
        var arrange = "substitutions: arrange";
        return List.of(
                list("listSubstitutions", "substitutions: read", "/substitutions?limit=200", Portfolio::substitution),
                row("createSubstitution", arrange, mine -> post("/substitutions", mine.aSubstitution()))
                        .hiddenAs(400),
                row("endSubstitution", arrange, mine -> post("/substitutions/" + mine.newSubstitution() + "/end")));
    }

    private static List<Case> handOvers() {
        var make = "hand-overs: make";
        return List.of(
                list("listHandOvers", "hand-overs: read", "/hand-overs?limit=200", Portfolio::handOver),
                row("createHandOver", make, mine -> post("/hand-overs", mine.aHandOver()))
                        .hiddenAs(400),
                row("previewHandOver", make, mine -> post("/hand-overs/preview", mine.aHandOver()))
                        .hiddenAs(400));
    }

    private static List<Case> recurringTasks() {
        var read = "tasks, contacts: read";
        var write = "tasks, contacts: write";
        return List.of(
                list("listRecurringTasks", read, "/recurring-tasks?limit=200", Portfolio::recurringTask),
                row("getRecurringTask", read, mine -> get("/recurring-tasks/" + mine.recurringTask())),
                row("createRecurringTask", write, mine -> post("/recurring-tasks", mine.aRecurringTask())),
                row(
                        "pauseRecurringTask",
                        write,
                        mine -> post(
                                "/recurring-tasks/" + mine.recurringTask() + "/pause",
                                Map.of("through", "2099-12-31"))),
                row(
                        "resumeRecurringTask",
                        write,
                        mine -> post("/recurring-tasks/" + mine.recurringTask() + "/resumption")),
                row("endRecurringTask", write, mine -> post("/recurring-tasks/" + mine.newRecurringTask() + "/end")));
    }

    private static List<Case> triggers() {
        var totals = "numbers: totals";
        return List.of(
                row("listTriggers", "triggers: read", _ -> get("/triggers")),
                row(
                        "setTrigger",
                        "triggers: set",
                        _ -> put("/triggers/NO_CONTACT", Map.of("active", true, "days", 30))),
                row("listWithoutNextStep", totals, _ -> get("/anomalies/no-next-step")),
                row("countWithoutNextStep", totals, _ -> get("/anomalies/no-next-step/count")));
    }

    private static List<Case> imports() {
        var right = "imports";
        return List.of(
                list("listImports", right, "/imports?limit=200", Portfolio::csvImport),
                row("getImport", right, mine -> get("/imports/" + mine.csvImport())),
                row("downloadRefusedRows", right, mine -> get("/imports/" + mine.csvImport() + "/refused")),
                row("createImport", "imports: customers", mine -> sent("CUSTOMERS", "customerName")),
                row(
                        "createImport",
                        "imports: receivables",
                        mine -> sent("RECEIVABLES", "number", "issuedOn", "dueOn", "amount", "currency")),
                row(
                        "createImport",
                        "imports: payments",
                        mine -> sent("PAYMENTS", "reference", "receivedOn", "amount", "currency")),
                row(
                        "createImport",
                        "imports: bank statements",
                        mine -> Call.upload(
                                "/imports", "account,bankReference,valueDate,amount,currency\n,,,,\n", """
                                {"kind":"BANK_STATEMENT","columns":{"account":"account","bankReference":"bankReference",
                                 "valueDate":"valueDate","amount":"amount","currency":"currency"}}""")));
    }

    private static List<Case> bankStatements() {
        var read = "bank statements: read";
        var decide = "bank statements: decide";
        var because = Map.of("reason", "interest");
        return List.of(
                list("listBankStatementLines", read, "/bank-statement-lines?limit=200", Portfolio::bankStatementLine),
                row("getBankStatementLine", read, mine -> get("/bank-statement-lines/" + mine.bankStatementLine())),
                row(
                        "listMatchSuggestions",
                        read,
                        mine -> get("/bank-statement-lines/" + mine.bankStatementLine() + "/suggestions")),
                row(
                        "matchBankStatementLine",
                        decide,
                        mine -> post("/bank-statement-lines/" + mine.newBankStatementLine() + "/match", mine.aMatch())),
                row(
                        "refuseBankStatementLine",
                        decide,
                        mine -> post("/bank-statement-lines/" + mine.newBankStatementLine() + "/refusal", because)),
                row(
                        "reopenBankStatementLine",
                        decide,
                        mine -> post(
                                "/bank-statement-lines/" + mine.newRefusedBankStatementLine() + "/reopening",
                                because)));
    }

    private static List<Case> receivables() {
        var read = "receivables: read";
        var write = "receivables: write";
        return List.of(
                list("listReceivables", read, "/receivables?limit=200", Portfolio::receivable),
                row("getReceivable", read, mine -> get("/receivables/" + mine.receivable())),
                row("createReceivable", write, mine -> post("/receivables", mine.aReceivable())),
                row(
                        "changeReceivable",
                        write,
                        mine -> patch("/receivables/" + mine.receivable(), Map.of("note", "called"))));
    }

    private static List<Case> payments() {
        var read = "payments: read";
        var settle = "payments: settle";
        var because = Map.of("reason", "cheque bounced");
        return List.of(
                list("listPayments", read, "/payments?limit=200", Portfolio::payment),
                row("getPayment", read, mine -> get("/payments/" + mine.payment())),
                row("getPaymentStatus", read, mine -> get("/customers/" + mine.customer() + "/payment-status")),
                row("createPayment", "payments: record", mine -> post("/payments", mine.aPayment())),
                row("confirmPayment", settle, mine -> post("/payments/" + mine.newClaim() + "/confirmation", Map.of())),
                row("rejectPayment", settle, mine -> post("/payments/" + mine.newClaim() + "/rejection", because)),
                row("allocatePayment", settle, mine -> post("/payments/" + mine.payment() + "/allocations", Map.of())),
                row(
                        "deallocatePayment",
                        settle,
                        mine -> post("/payments/" + mine.newPayment() + "/deallocation", because)),
                row("clearPayment", settle, mine -> post("/payments/" + mine.newInstrument() + "/clearance", Map.of())),
                row("bouncePayment", settle, mine -> post("/payments/" + mine.newInstrument() + "/bounce", because)),
                row("reversePayment", settle, mine -> post("/payments/" + mine.newPayment() + "/reversal", because)));
    }

    private static List<Case> interest() {
        var read = "interest: read";
        var waive = "interest: waive";
        return List.of(
                list("listInterestTerms", "interest: terms", "/interest-terms?limit=200", Portfolio::interestTerms),
                row(
                        "createInterestTerms",
                        "interest: agree",
                        mine -> post("/interest-terms", Portfolio.someInterestTerms())),
                row("getReceivableInterest", read, mine -> get("/receivables/" + mine.receivable() + "/interest")),
                row("getCustomerInterest", read, mine -> get("/customers/" + mine.customer() + "/interest")),
                list("listInterestWaivers", read, "/interest-waivers?limit=200", Portfolio::waiver),
                row("getInterestWaiver", read, mine -> get("/interest-waivers/" + mine.waiver())),
                row(
                        "createInterestWaiver",
                        waive,
                        mine -> post(
                                "/receivables/" + mine.lateReceivable() + "/interest-waivers", Portfolio.aWaiver())),
                row(
                        "reverseInterestWaiver",
                        waive,
                        mine -> post(
                                "/interest-waivers/" + mine.newWaiver() + "/reversal", Map.of("reason", "a mistake"))));
    }

    private static List<Case> statements() {
        var read = "customers: read";
        return List.of(
                row("getStatement", read, mine -> get("/customers/" + mine.customer() + "/statement")),
                row("downloadStatementPdf", read, mine -> get("/customers/" + mine.customer() + "/statement.pdf")),
                row("downloadStatementXlsx", read, mine -> get("/customers/" + mine.customer() + "/statement.xlsx")),
                list("listExchangeRates", "rates: read", "/exchange-rates?limit=200", Portfolio::exchangeRate),
                row(
                        "createExchangeRate",
                        "rates: record",
                        mine -> post("/exchange-rates", Portfolio.anExchangeRate())));
    }

    private static List<Case> channelTargets() {
        var right = "channel targets";
        var read = "channel targets: read";
        var tell = "channel targets: tell";
        return List.of(
                list("listChannelTargets", read, "/channel-targets?limit=200", Portfolio::channelTarget),
                row("getChannelTarget", read, mine -> get("/channel-targets/" + mine.channelTarget())),
                row(
                        "listChannelTargetSubscriptions",
                        tell,
                        mine -> get("/channel-targets/" + mine.channelTarget() + "/subscriptions")),
                row(
                        "setChannelTargetSubscription",
                        tell,
                        mine -> put(
                                "/channel-targets/" + mine.channelTarget() + "/subscriptions/RECEIPTS",
                                Map.of("at", "09:05"))),
                row(
                                "endChannelTargetSubscription",
                                tell,
                                mine -> delete(
                                        "/channel-targets/" + mine.channelTarget() + "/subscriptions/TEAM_RATES"))
                        .allowedAs(404),
                row(
                        "createChannelTarget",
                        "channel targets: create",
                        mine -> post("/channel-targets", Portfolio.aChannelTarget())),
                row(
                        "changeChannelTarget",
                        right,
                        mine -> patch("/channel-targets/" + mine.channelTarget(), Map.of("mayNameCustomers", true))),
                row("removeChannelTarget", right, mine -> delete("/channel-targets/" + mine.newChannelTarget())),
                row("testChannelTarget", right, mine -> post("/channel-targets/" + mine.channelTarget() + "/test")));
    }

    private static List<Case> discounts() {
        var offer = "discounts: offer";
        return List.of(
                row(
                        "listDiscountOffers",
                        "receivables: read",
                        mine -> get("/receivables/" + mine.receivable() + "/discount-offers")),
                row(
                        "createDiscountOffer",
                        offer,
                        mine -> post(
                                "/receivables/" + mine.newReceivable() + "/discount-offers",
                                Portfolio.aDiscountOffer())),
                row(
                        "withdrawDiscountOffer",
                        offer,
                        mine -> post(
                                "/discount-offers/" + mine.newDiscountOffer() + "/withdrawal",
                                Map.of("reason", "a mistake"))));
    }

    private static List<Case> books() {
        return List.of(
                row("listPeriodClosings", "books: close", _ -> get("/period-closings")),
                row(
                        "createPeriodClosing",
                        "books: close",
                        _ -> post("/period-closings", Map.of("closedThrough", "2001-12-31", "reason", "long ago"))),
                row("checkMoney", "books: close", _ -> get("/money-checks")),
                row("getAllocationStrategy", "books: read", _ -> get("/allocation-strategy")),
                row(
                        "chooseAllocationStrategy",
                        "books: close",
                        _ -> put("/allocation-strategy", Map.of("strategy", "OLDEST_DUE_FIRST"))));
    }

    private static List<Case> adjustments() {
        var read = "adjustments: read";
        var decide = "adjustments: decide";
        var alone = "adjustments: by finance alone";
        var credit = "credit notes: ask, allocate";
        var because = Map.of("reason", "a mistake");
        return List.of(
                list("listCreditNotes", read, "/credit-notes?limit=200", Portfolio::creditNote),
                row("getCreditNote", read, mine -> get("/credit-notes/" + mine.creditNote())),
                row("createCreditNote", credit, mine -> post("/credit-notes", mine.aCreditNote())),
                row(
                        "approveCreditNote",
                        decide,
                        mine -> post("/credit-notes/" + mine.newCreditNote() + "/approval", Map.of())),
                row(
                        "refuseCreditNote",
                        decide,
                        mine -> post("/credit-notes/" + mine.newCreditNote() + "/refusal", because)),
                row(
                        "allocateCreditNote",
                        credit,
                        mine -> post("/credit-notes/" + mine.approvedCreditNote() + "/allocations", Map.of())),
                row(
                        "reverseCreditNote",
                        alone,
                        mine -> post("/credit-notes/" + mine.approvedCreditNote() + "/reversal", because)),
                list("listWriteOffs", read, "/write-offs?limit=200", Portfolio::writeOff),
                row("getWriteOff", read, mine -> get("/write-offs/" + mine.writeOff())),
                row("createWriteOff", alone, mine -> post("/write-offs", mine.aWriteOff())),
                row(
                        "approveWriteOff",
                        decide,
                        mine -> post("/write-offs/" + mine.newWriteOff() + "/approval", Map.of())),
                row("refuseWriteOff", decide, mine -> post("/write-offs/" + mine.newWriteOff() + "/refusal", because)),
                row(
                        "reverseWriteOff",
                        alone,
                        mine -> post("/write-offs/" + mine.approvedWriteOff() + "/reversal", because)));
    }

    private static List<Case> tasksAndContacts() {
        var read = "tasks, contacts: read";
        var write = "tasks, contacts: write";
        return List.of(
                list("listFollowUps", read, "/follow-ups?limit=200", Portfolio::followUp),
                row("getFollowUp", read, mine -> get("/follow-ups/" + mine.followUp())),
                row("createFollowUp", write, mine -> post("/follow-ups", mine.aFollowUp())),
                row("changeFollowUp", write, mine -> patch("/follow-ups/" + mine.followUp(), Map.of("note", "called"))),
                row(
                        "acknowledgeFollowUp",
                        write,
                        mine -> post("/follow-ups/" + mine.newFollowUp() + "/acknowledgement")),
                row(
                        "snoozeFollowUp",
                        write,
                        mine -> post(
                                "/follow-ups/" + mine.newFollowUp() + "/snooze",
                                Map.of(
                                        "until",
                                        Instant.now(Clock.systemUTC())
                                                .plus(1, ChronoUnit.DAYS)
                                                .toString()))),
                row(
                        "completeFollowUp",
                        write,
                        mine -> post(
                                "/follow-ups/" + mine.newFollowUp() + "/completion", Map.of("outcome", "REACHED"))),
                list("listContactLogs", read, "/contact-logs?limit=200", Portfolio::contactLog),
                row("getContactLog", read, mine -> get("/contact-logs/" + mine.contactLog())),
                row("createContactLog", write, mine -> post("/contact-logs", mine.aContactLog())),
                row(
                        "correctContactLog",
                        write,
                        mine -> post(
                                "/contact-logs/" + mine.newContactLog() + "/corrections", Map.of("words", "called"))));
    }

    private static List<Case> holds() {
        var read = "promises, disputes, pauses: read";
        var because = Map.of("reason", "a mistake");
        return List.of(
                list("listPauses", read, "/pauses?limit=200", Portfolio::pause),
                row("getPause", read, mine -> get("/pauses/" + mine.pause())),
                row("createPause", "legal pauses: write", mine -> post("/pauses", mine.aPause())),
                row("createPause", "disputes, pauses: write", mine -> post("/pauses", mine.anAgreedPause())),
                row(
                        "endPause",
                        "disputes, pauses: write",
                        mine -> post("/pauses/" + mine.newAgreedPause() + "/end", because)),
                list("listDisputes", read, "/disputes?limit=200", Portfolio::dispute),
                row("getDispute", read, mine -> get("/disputes/" + mine.dispute())),
                row("createDispute", "disputes, pauses: write", mine -> post("/disputes", mine.aDispute())),
                row(
                        "changeDispute",
                        "disputes, pauses: write",
                        mine -> patch("/disputes/" + mine.dispute(), Map.of("words", "It leaks a lot"))),
                row(
                        "settleDispute",
                        "disputes: decide",
                        mine -> post(
                                "/disputes/" + mine.newDispute() + "/settlement",
                                Map.of("outcome", "REJECTED", "reason", "a mistake"))),
                row(
                        "withdrawDispute",
                        "disputes, pauses: write",
                        mine -> post("/disputes/" + mine.newDispute() + "/withdrawal", because)),
                list("listPromises", read, "/promises?limit=200", Portfolio::promise),
                row("getPromise", read, mine -> get("/promises/" + mine.promise())),
                row("createPromise", "promises: write", mine -> post("/promises", mine.aPromise())),
                row(
                        "withdrawPromise",
                        "promises: write",
                        mine -> post("/promises/" + mine.newPromise() + "/withdrawal", because)),
                row("getPromiseSetting", "promise setting: read", _ -> get("/promise-setting")),
                row(
                        "setPromiseSetting",
                        "promise setting: set",
                        _ -> put("/promise-setting", Map.of("graceWorkingDays", 1))));
    }

    private static List<Case> inbox() {
        var right = "one's inbox";
        var phone = "phone and badge";
        return List.of(
                list("listNotifications", right, "/notifications?limit=200", Portfolio::notice),
                row("countNotifications", phone, mine -> get("/notifications/counts")),
                row("getMyNotificationSettings", phone, mine -> get("/me/notification-settings")),
                row(
                        "setMyNotificationSettings",
                        phone,
                        mine -> put("/me/notification-settings", Map.of("dailyCap", 9))),
                row("getNotificationDefaults", phone, mine -> get("/notification-defaults")),
                row(
                        "setNotificationDefaults",
                        "notification defaults: set",
                        mine -> put(
                                "/notification-defaults",
                                Map.of("quietHours", Map.of("from", "21:00", "until", "08:00"), "dailyCap", 20))),
                row("listMySubscriptions", phone, mine -> get("/me/subscriptions")),
                row(
                        "setMySubscription",
                        phone,
                        mine -> put("/me/subscriptions/MY_DUE", Map.of("at", "08:50", "channel", "FCM"))),
                row("endMySubscription", phone, mine -> delete("/me/subscriptions/RECEIPTS"))
                        .allowedAs(404),
                list(
                        "listReachability",
                        "people: reach",
                        "/reachability?limit=200",
                        mine -> mine.owner().id()),
                row(
                        "getReachability",
                        "people: reach",
                        mine -> get("/users/" + mine.owner().id() + "/reachability")),
                row("listDeliveries", "deliveries", mine -> get("/deliveries?state=DEAD")),
                row("requeueDelivery", "deliveries", mine -> post("/deliveries/" + UUID.randomUUID() + "/requeue"))
                        .allowedAs(404),
                row("registerDevice", phone, mine -> put("/devices/" + unique("phone"), Portfolio.aDevice())),
                row("unregisterDevice", right, mine -> delete("/devices/" + mine.newDevice())),
                row("readNotification", right, mine -> post("/notifications/" + mine.notice() + "/read")),
                row(
                        "snoozeNotification",
                        right,
                        mine -> post(
                                "/notifications/" + mine.notice() + "/snooze",
                                Map.of("until", Instant.now().plusSeconds(3600).toString()))),
                row(
                        "acknowledgeNotification",
                        right,
                        mine -> post("/notifications/" + mine.notice() + "/acknowledgement")),
                row("finishNotification", right, mine -> post("/notifications/" + mine.notice() + "/done")));
    }

    private static List<Case> reminders() {
        return List.of(
                list("listReminderRuns", "reminders: read", "/reminder-runs?limit=200", Portfolio::reminderRun),
                row("getReminderRun", "reminders: read", mine -> get("/reminder-runs/" + mine.reminderRun())),
                row("startReminderRun", "reminders: run", mine -> post("/reminder-runs", Map.of("dryRun", true))),
                row(
                        "listReminderDecisions",
                        "receivables: read",
                        mine -> get("/receivables/" + mine.receivable() + "/decisions")),
                row(
                        "getEffectivePolicy",
                        "customers: read",
                        mine -> get("/customers/" + mine.customer() + "/effective-policy")));
    }

    private static List<Case> dunning() {
        var rules = "policies: read";
        var write = "policies: write";
        var read = "letters to customers: read";
        var decide = "letters to customers: decide";
        return List.of(
                list("listDunningRules", rules, "/dunning-rules?limit=200", Portfolio::dunningRule),
                row("getDunningRule", rules, mine -> get("/dunning-rules/" + mine.dunningRule())),
                row(
                        "createDunningRule",
                        "policies: create",
                        _ -> post("/dunning-rules", Map.of("customerClass", unique("K-")))),
                row(
                        "replaceDunningRule",
                        write,
                        mine -> put("/dunning-rules/" + mine.dunningRule(), mine.aDunningRule())),
                row("deleteDunningRule", write, mine -> delete("/dunning-rules/" + mine.newDunningRule())),
                list("listDunningLetters", read, "/dunning-letters?limit=200", Portfolio::dunningLetter),
                row("getDunningLetter", read, mine -> get("/dunning-letters/" + mine.dunningLetter())),
                row("previewDunningLetter", read, mine -> get("/dunning-letters/" + mine.dunningLetter() + "/preview")),
                row(
                        "approveDunningLetter",
                        decide,
                        mine -> post("/dunning-letters/" + mine.newDunningLetter() + "/approval")),
                row(
                        "refuseDunningLetter",
                        decide,
                        mine -> post(
                                "/dunning-letters/" + mine.newDunningLetter() + "/refusal",
                                Map.of("reason", "We are with them"))));
    }

    private static List<Case> policies() {
        var read = "policies: read";
        var write = "policies: write";
        var assignments = "policies: assignments";
        return List.of(
                list("listReminderPolicies", read, "/reminder-policies?limit=200", Portfolio::reminderPolicy),
                row("getReminderPolicy", read, mine -> get("/reminder-policies/" + mine.reminderPolicy())),
                row(
                        "listReminderPolicyVersions",
                        read,
                        mine -> get("/reminder-policies/" + mine.reminderPolicy() + "/versions")),
                row(
                        "createReminderPolicy",
                        "policies: create",
                        mine -> post("/reminder-policies", Portfolio.reminderPolicy(unique("P-")))),
                row(
                        "rewriteReminderPolicy",
                        write,
                        mine -> put(
                                "/reminder-policies/" + mine.reminderPolicy(), Portfolio.reminderPolicy(unique("P-")))),
                list(
                        "listPolicyAssignments",
                        assignments,
                        "/reminder-policy-assignments?limit=200",
                        Portfolio::policyAssignment),
                row(
                        "getPolicyAssignment",
                        assignments,
                        mine -> get("/reminder-policy-assignments/" + mine.policyAssignment())),
                row(
                        "createPolicyAssignment",
                        write,
                        mine -> post("/reminder-policy-assignments", Portfolio.silence(mine.newCustomer()))),
                row(
                        "replacePolicyAssignment",
                        write,
                        mine -> put(
                                "/reminder-policy-assignments/" + mine.policyAssignment(),
                                Portfolio.silence(mine.customer()))),
                row(
                        "deletePolicyAssignment",
                        write,
                        mine -> delete("/reminder-policy-assignments/" + mine.newPolicyAssignment())),
                row(
                        "startPolicyReplay",
                        "policies: create",
                        _ -> post("/reminder-policy-replays", Portfolio.policyReplay())),
                list("listPolicyReplays", write, "/reminder-policy-replays?limit=200", Portfolio::policyReplayDone),
                row("getPolicyReplay", write, mine -> get("/reminder-policy-replays/" + mine.policyReplayDone())),
                row(
                        "listPolicyReplayPeople",
                        write,
                        mine -> get("/reminder-policy-replays/" + mine.policyReplayDone() + "/people")),
                row(
                        "listPolicyReplayCustomers",
                        write,
                        mine -> get("/reminder-policy-replays/" + mine.policyReplayDone() + "/customers")));
    }

    private static List<Case> performance() {
        var totals = "numbers: totals";
        var rows = "numbers: rows";
        return List.of(
                row("getAgeing", totals, mine -> get("/performance/ageing")),
                list(
                        "listAgeingReceivables",
                        rows,
                        "/performance/ageing/receivables?limit=200",
                        Portfolio::newReceivable),
                row("getCollectionRate", totals, mine -> get("/performance/collection-rate?" + Portfolio.PERIOD)),
                list(
                        "listCollectionRateReceivables",
                        rows,
                        "/performance/collection-rate/receivables?limit=200&" + Portfolio.PERIOD,
                        Portfolio::receivable),
                row("getPromiseRate", totals, mine -> get("/performance/promises?" + Portfolio.PERIOD)),
                list(
                        "listPromiseRateRows",
                        rows,
                        "/performance/promises/rows?limit=200&from=2026-01-01&to=2099-12-31",
                        Portfolio::keptPromise));
    }

    private static List<Case> audit() {
        return List.of(list(
                "listAuditEvents",
                "audit: read",
                "/audit-events?limit=200",
                mine -> UUID.fromString(
                        mine.admin().gets("/audit-events?limit=1").path("items[0].id"))));
    }

    /** A file of one row, which is refused: who may send it is asked before. */
    private static Call sent(String kind, String... fields) {
        var columns = Stream.concat(Stream.of("customerCode"), Stream.of(fields))
                .map(field -> "\"%s\":\"%s\"".formatted(field, field))
                .collect(Collectors.joining(","));
        var header = "customerCode," + String.join(",", fields);
        var spec = "{\"kind\":\"%s\",\"columns\":{%s}}".formatted(kind, columns);
        return Call.upload("/imports", header + "\n" + ",".repeat(fields.length) + "\n", spec);
    }

    private static Map<String, String> refreshToken(Portfolio portfolio) {
        return Map.of("refreshToken", portfolio.owner().signsInAgain().refreshToken());
    }
}

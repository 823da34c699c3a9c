package io.huikuan.testing;

import io.huikuan.dunning.DunningLooking;
import io.huikuan.notification.DigestTiming;
import io.huikuan.notification.NewNotice;
import io.huikuan.notification.NoticeKind;
import io.huikuan.notification.NoticePosting;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.ReminderStep;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * What belongs to one salesperson, of every kind that there is. {@code customer()} and its like are always the same row, made
 * when it is first asked for; {@code newCustomer()} and its like are another one each time.
 *
 * @param owner whose customers these are
 * @param admin of the same organisation
 * @param finance of the same organisation
 */
public record Portfolio(Person owner, UUID teamId, Person admin, Person finance, Map<String, UUID> made) {
    private static final String AMOUNT = "100.00";
    /** What {@link #csv} means. */
    public static final String CSV_SPEC = """
            {"kind":"CUSTOMERS","columns":{"customerCode":"code","customerName":"name"}}""";

    /** Everything that is owed is due in it. */
    public static final String PERIOD = "from=2026-06-01&to=2026-06-30";

    /** A second person of finance, in each organisation. */
    private static final Map<Organisation, Person> PROPOSERS = new ConcurrentHashMap<>();

    /** Working days to come that letters were made on. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    private static final LocalDate DUE_ON = LocalDate.of(2026, 6, 30);

    public Portfolio(Person owner, UUID teamId, Person admin, Person finance) {
        this(owner, teamId, admin, finance, new HashMap<>());
    }

    public UUID customer() {
        return once("customer", this::newCustomer);
    }

    public UUID contact() {
        return once("contact", this::newContact);
    }

    public UUID newCustomer() {
        return Given.aCustomerOf(owner);
    }

    /** A contact of {@link #customer()}. */
    public UUID newContact() {
        return owner.creates("/customers/" + customer() + "/contacts", Map.of("name", unique("Contact")));
    }

    public UUID receivable() {
        return once("receivable", this::newReceivable);
    }

    public UUID contract() {
        return once("contract", this::newContract);
    }

    public UUID invoice() {
        return once("invoice", this::newInvoice);
    }

    public UUID csvImport() {
        return once("import", () -> newImport(1));
    }

    /** Of the organisation: what is late costs something. */
    public UUID interestTerms() {
        return once("interest terms", () -> finance.creates("/interest-terms", someInterestTerms()));
    }

    public static Map<String, Object> someInterestTerms() {
        return Map.of("validFrom", DUE_ON.toString(), "annualPercent", "12.5", "reason", "General terms");
    }

    public UUID waiver() {
        return once("waiver", this::newWaiver);
    }

    /** A receivable of its own, on which interest is due. */
    public UUID lateReceivable() {
        interestTerms();
        return newReceivable();
    }

    public UUID newWaiver() {
        return finance.creates("/receivables/" + lateReceivable() + "/interest-waivers", aWaiver());
    }

    public static Map<String, Object> aWaiver() {
        return Map.of("component", "INTEREST", "reason", "Paid as soon as asked");
    }

    /** On a receivable of its own. */
    public UUID newDiscountOffer() {
        return discountOffer(newReceivable());
    }

    /** On {@link #receivable()}, where another one may be made next. */
    public UUID newWithdrawnDiscountOffer() {
        var offer = discountOffer(receivable());
        finance.posts("/discount-offers/" + offer + "/withdrawal", Map.of("reason", "a mistake"))
                .then()
                .statusCode(201);
        return offer;
    }

    private UUID discountOffer(UUID receivable) {
        return finance.creates("/receivables/" + receivable + "/discount-offers", aDiscountOffer());
    }

    public static Map<String, Object> aDiscountOffer() {
        return Map.of("percent", "2", "validThrough", "2099-12-31", "reason", "Cash before the year ends");
    }

    public UUID creditNote() {
        return once("credit note", this::newCreditNote);
    }

    public UUID writeOff() {
        return once("write-off", this::newWriteOff);
    }

    /** Of {@link #customer()}'s name, and of the amount that it is asked for everywhere here. */
    public UUID bankStatementLine() {
        return once("bank statement line", this::newBankStatementLine);
    }

    public UUID newBankStatementLine() {
        return new BankStatement(finance).aLine(AMOUNT, DUE_ON, "Customer", unique("6222"), unique("I-"));
    }

    public UUID newRefusedBankStatementLine() {
        var line = newBankStatementLine();
        finance.posts("/bank-statement-lines/" + line + "/refusal", Map.of("reason", "interest"))
                .then()
                .statusCode(201);
        return line;
    }

    /** All of such a line as a new payment of {@link #customer()}. */
    public Map<String, Object> aMatch() {
        return Map.of("parts", List.of(Map.of("customerId", customer(), "amount", Given.json(Given.cny(AMOUNT)))));
    }

    public UUID exchangeRate() {
        return once("exchange rate", () -> finance.creates("/exchange-rates", anExchangeRate()));
    }

    public static Map<String, Object> anExchangeRate() {
        return Map.of("from", "USD", "to", "CNY", "rate", "7.1", "date", DUE_ON.toString(), "source", "central parity");
    }

    public UUID channelTarget() {
        return once("channel target", this::newChannelTarget);
    }

    /** A webhook of this machine that nobody answers at. */
    public UUID newChannelTarget() {
        return admin.creates("/channel-targets", aChannelTarget());
    }

    public static Map<String, Object> aChannelTarget() {
        return Map.of(
                "kind",
                "WEBHOOK",
                "name",
                unique("Webhook "),
                "url",
                "http://127.0.0.1:1/hook",
                "secret",
                "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    }

    public UUID payment() {
        return once("payment", this::newPayment);
    }

    public UUID followUp() {
        return once("follow-up", this::newFollowUp);
    }

    public UUID contactLog() {
        return once("contact log", this::newContactLog);
    }

    public UUID notice() {
        return once("notice", this::newNotice);
    }

    public UUID reminderRun() {
        return once("reminder run", this::newReminderRun);
    }

    /** A dry run of the whole organisation; comes back when it is done. */
    public UUID newReminderRun() {
        var run = admin.posts("/reminder-runs", Map.of("dryRun", true)).then().statusCode(202);
        var id = UUID.fromString(run.extract().path("id"));
        return awaited("/reminder-runs/", id);
    }

    private UUID awaited(String place, UUID id) {
        for (int poll = 0; poll < 300; poll++) {
            if (admin.gets(place + id).path("state").equals("DONE")) {
                return id;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError(place + id + " has not come to its end within 30 seconds");
    }

    /** Of {@link #customer()}, like everything else of here below. */
    public UUID newReceivable() {
        return Given.aReceivable(finance, customer(), unique("I-"), AMOUNT, DUE_ON);
    }

    public UUID newContract() {
        return finance.creates("/contracts", aContract());
    }

    public Map<String, Object> aContract() {
        return Map.of(
                "customerId",
                customer(),
                "number",
                unique("HT-"),
                "signedOn",
                DUE_ON.toString(),
                "amount",
                Given.json(Given.cny(AMOUNT)));
    }

    public UUID plannedContract() {
        return once("planned contract", this::newPlannedContract);
    }

    /** A contract whose plan waits for its delivery. */
    public UUID newPlannedContract() {
        var contract = newContract();
        finance.posts("/contracts/" + contract + "/plan", aPlan()).then().statusCode(201);
        return contract;
    }

    /** All lines of {@link #plannedContract()} as they are. */
    public Map<String, Object> aVersion() {
        return Map.of("reason", "as it is", "lines", List.of(Map.of("lineId", lineOf(plannedContract()))));
    }

    /** A contract for whose plan somebody else proposes a version 2, which plans less and so waits for approval. */
    public UUID newProposal() {
        var contract = newPlannedContract();
        var line = Map.of("lineId", lineOf(contract), "amount", Given.json(Given.cny("50.00")));
        admin.organisation()
                .person(unique("erp"), "INTEGRATION")
                .asks()
                .header("If-Match", "*")
                .body(Map.of("reason", "only half is delivered", "lines", List.of(line)))
                .post("/contracts/" + contract + "/plan/versions")
                .then()
                .statusCode(201);
        return contract;
    }

    private String lineOf(UUID contract) {
        return finance.gets("/contracts/" + contract + "/plan").path("inForce.lines[0].id");
    }

    public static Map<String, Object> aPlan() {
        return Map.of(
                "lines",
                List.of(Map.of("label", "All of it", "amount", Given.json(Given.cny(AMOUNT)), "trigger", "DELIVERY")));
    }

    public UUID paymentTerms() {
        return once("payment terms", () -> finance.creates("/payment-terms", paymentTerms(unique("T-"))));
    }

    public static Map<String, Object> paymentTerms(String name) {
        var portion = Map.of("label", "All", "percent", "100", "trigger", "SIGNING", "due", Map.of("kind", "DAYS"));
        return Map.of("name", name, "portions", List.of(portion));
    }

    public UUID reminderPolicy() {
        return once("reminder policy", this::newReminderPolicy);
    }

    public UUID newReminderPolicy() {
        return admin.creates("/reminder-policies", reminderPolicy(unique("P-")));
    }

    public static Map<String, Object> reminderPolicy(String name) {
        var step = Map.of("offsetDays", 3, "audience", List.of("OWNER"));
        return Map.of("name", name, "ladder", Map.of("steps", List.of(step)));
    }

    public UUID policyReplayDone() {
        return once("policy replay", this::newPolicyReplay);
    }

    /** Comes back when it is done. */
    public UUID newPolicyReplay() {
        var replay =
                admin.posts("/reminder-policy-replays", policyReplay()).then().statusCode(202);
        return awaited(
                "/reminder-policy-replays/", UUID.fromString(replay.extract().path("id")));
    }

    public static Map<String, Object> policyReplay() {
        var step = Map.of("offsetDays", 3, "audience", List.of("OWNER"));
        return Map.of("from", "2026-06-01", "scope", "ORGANISATION", "ladder", Map.of("steps", List.of(step)));
    }

    public UUID policyAssignment() {
        return once("policy assignment", () -> admin.creates("/reminder-policy-assignments", silence(customer())));
    }

    /** About a customer of its own. */
    public UUID newPolicyAssignment() {
        return admin.creates("/reminder-policy-assignments", silence(newCustomer()));
    }

    public static Map<String, Object> silence(UUID customerId) {
        return Map.of("scope", "CUSTOMER", "customerId", customerId);
    }

    /** Of the customers that {@link #newDunningLetter()} is for. */
    public UUID dunningRule() {
        return once("dunning rule", () -> admin.creates("/dunning-rules", aDunningRule()));
    }

    public UUID newDunningRule() {
        return admin.creates("/dunning-rules", Map.of("customerClass", unique("K-")));
    }

    public Map<String, Object> aDunningRule() {
        var step = Map.of("offsetDays", 3, "audience", List.of("CUSTOMER"));
        var policy = once(
                "policy for customers",
                () -> admin.creates(
                        "/reminder-policies", Map.of("name", unique("P-"), "ladder", Map.of("steps", List.of(step)))));
        return Map.of("customerClass", dunnedClass(), "policyId", policy, "approvalDays", 20);
    }

    private String dunnedClass() {
        return "K-" + owner.id().toString().substring(24);
    }

    public UUID dunningLetter() {
        return once("dunning letter", this::newDunningLetter);
    }

    /** To a customer of its own, made on a working day of its own, as the job does; it waits for approval. */
    public UUID newDunningLetter() {
        dunningRule();
        var customer = newCustomer();
        admin.patches("/customers/" + customer, Map.of("class", dunnedClass()))
                .then()
                .statusCode(200);
        owner.creates("/customers/" + customer + "/contacts", Map.of("name", "Chen", "email", "chen@example.com"));
        Given.aReceivable(finance, customer, unique("I-"), AMOUNT, DUE_ON);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var day = BusinessCalendar.mondayToFriday().plusWorkingDays(today, DAYS.incrementAndGet());
        var looking = CDI.current().select(DunningLooking.class).get();
        while (looking.look(owner.organisation().id(), day, Instant.now(Clock.systemUTC()))) {
            // the next page
        }
        return UUID.fromString(
                owner.gets("/dunning-letters?customerId=" + customer).path("items[0].id"));
    }

    public UUID newInvoice() {
        return finance.creates("/invoices", anInvoice());
    }

    public Map<String, Object> anInvoice() {
        return Map.of(
                "customerId",
                customer(),
                "number",
                unique("INV-"),
                "issuedOn",
                DUE_ON.toString(),
                "amount",
                Given.json(Given.cny(AMOUNT)));
    }

    /** An import of customers that is done, with so many rows that are refused. */
    public UUID newImport(int refused) {
        var sent = admin.asks()
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "file.csv", csv(refused).getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("spec", CSV_SPEC, "application/json")
                .post("/imports")
                .then()
                .statusCode(202);
        return awaited("/imports/", UUID.fromString(sent.extract().path("id")));
    }

    /** Rows without a code, which nobody can take in. */
    public static String csv(int refused) {
        return "code,name\n" + ",Nameless\n".repeat(refused);
    }

    /** Confirmed, and allocated to a part of what is open. */
    public UUID newPayment() {
        return newPayment("1.00");
    }

    public UUID newPayment(String amount) {
        return Given.aPayment(finance, customer(), amount, DUE_ON);
    }

    /** A draft that finance holds. */
    public UUID newInstrument() {
        var draft = new HashMap<>(aPayment());
        draft.put("instrument", "BANK_ACCEPTANCE");
        draft.put("maturesOn", DUE_ON.plusDays(90).toString());
        return finance.creates("/payments", draft);
    }

    /** Asked for by another one than {@link #finance}, who may decide on it. */
    public UUID newCreditNote() {
        return proposer().creates("/credit-notes", aCreditNote());
    }

    public UUID approvedCreditNote() {
        return approved("/credit-notes/", newCreditNote());
    }

    public Map<String, Object> aCreditNote() {
        return Map.of("customerId", customer(), "amount", Given.json(Given.cny("1.00")), "reason", "Goods sent back");
    }

    /** As {@link #newCreditNote}, of a receivable of its own. */
    public UUID newWriteOff() {
        return proposer().creates("/write-offs", aWriteOff());
    }

    public UUID approvedWriteOff() {
        return approved("/write-offs/", newWriteOff());
    }

    public Map<String, Object> aWriteOff() {
        var share = Map.of("receivableId", newReceivable(), "amount", Given.json(Given.cny("1.00")));
        return Map.of("customerId", customer(), "reason", "Insolvent", "allocations", List.of(share));
    }

    private UUID approved(String place, UUID id) {
        finance.posts(place + id + "/approval", Map.of()).then().statusCode(201);
        return id;
    }

    private Person proposer() {
        return PROPOSERS.computeIfAbsent(
                owner.organisation(), organisation -> organisation.person("proposer", "FINANCE"));
    }

    /** Money that the owner says has come in. */
    public UUID newClaim() {
        return owner.creates("/payments", aPayment());
    }

    /** A payment as it is asked for, of nobody yet. */
    public Map<String, Object> aPayment() {
        return Map.of(
                "customerId", customer(), "receivedOn", DUE_ON.toString(), "amount", Given.json(Given.cny(AMOUNT)));
    }

    public Map<String, Object> aReceivable() {
        return Map.of(
                "customerId",
                customer(),
                "number",
                unique("I-"),
                "issuedOn",
                DUE_ON.toString(),
                "dueOn",
                DUE_ON.toString(),
                "amount",
                Given.json(Given.cny(AMOUNT)));
    }

    public UUID newFollowUp() {
        return owner.creates("/follow-ups", aFollowUp());
    }

    public Map<String, Object> aFollowUp() {
        return Map.of("customerId", customer(), "subject", "Call", "dueOn", DUE_ON.toString());
    }

    public UUID pause() {
        return once("pause", this::newPause);
    }

    /** On a receivable of its own, with no end but by decision. */
    public UUID newPause() {
        return finance.creates("/pauses", aPause());
    }

    public Map<String, Object> aPause() {
        return Map.of("customerId", customer(), "receivableId", newReceivable(), "kind", "LEGAL", "reason", "In court");
    }

    public UUID newAgreedPause() {
        return owner.creates("/pauses", anAgreedPause());
    }

    public Map<String, Object> anAgreedPause() {
        var until = LocalDate.now(Clock.systemUTC()).plusDays(30);
        return Map.of("customerId", customer(), "kind", "PAUSE", "heldUntil", until.toString(), "reason", "Inventory");
    }

    public UUID dispute() {
        return once("dispute", this::newDispute);
    }

    /** On a receivable of its own. */
    public UUID newDispute() {
        return owner.creates("/disputes", aDispute());
    }

    public Map<String, Object> aDispute() {
        return Map.of(
                "customerId",
                customer(),
                "receivableId",
                newReceivable(),
                "reason",
                "QUALITY",
                "words",
                "It leaks",
                "dueOn",
                LocalDate.now(Clock.systemUTC()).plusDays(30).toString());
    }

    public UUID promise() {
        return once("promise", this::newPromise);
    }

    /** Of a receivable of its own. */
    public UUID newPromise() {
        return owner.creates("/promises", aPromise());
    }

    public UUID keptPromise() {
        return once("kept promise", () -> {
            var promise = newPromise();
            var receivable = owner.gets("/promises/" + promise).<String>path("receivables[0].receivableId");
            var amount = Given.json(Given.cny("1.00"));
            finance.creates(
                    "/payments",
                    Map.of(
                            "customerId",
                            customer(),
                            "receivedOn",
                            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                            "amount",
                            amount,
                            "allocations",
                            List.of(Map.of("receivableId", receivable, "amount", amount))));
            return promise;
        });
    }

    public Map<String, Object> aPromise() {
        var amount = Given.json(Given.cny("1.00"));
        return Map.of(
                "customerId",
                customer(),
                "amount",
                amount,
                "dueOn",
                LocalDate.now(Clock.systemUTC()).plusDays(30).toString(),
                "promisedBy",
                "Ms Chen",
                "receivables",
                List.of(Map.of("receivableId", newReceivable(), "amount", amount)));
    }

    public UUID newContactLog() {
        return owner.creates("/contact-logs", aContactLog());
    }

    public Map<String, Object> aContactLog() {
        return Map.of(
                "customerId",
                customer(),
                "channel",
                "CALL",
                "outcome",
                "REACHED",
                "happenedAt",
                "2026-06-01T02:00:00Z");
    }

    /** In the owner's inbox, as the reminder run puts it there. */
    public UUID newNotice() {
        var about = newReceivable();
        var notice = new NewNotice(
                owner.id(),
                NoticeKind.OVERDUE,
                about,
                customer(),
                1,
                1,
                DUE_ON,
                Given.cny(AMOUNT),
                ReminderStep.ANY_CHANNEL);
        var posting = CDI.current().select(NoticePosting.class).get();
        posting.post(
                owner.organisation().id(),
                List.of(notice),
                DUE_ON.plusDays(1),
                DigestTiming.AT_CHOSEN_TIME,
                Instant.parse("2026-07-01T02:00:00Z"));
        return UUID.fromString(
                owner.gets("/notifications?limit=200").path("items.find { it.receivableId == '" + about + "' }.id"));
    }

    /** A colleague in the same team, who owns nothing. */
    public UUID newColleague() {
        return admin.creates(
                "/users",
                Map.of(
                        "username",
                        unique("u"),
                        "displayName",
                        "Colleague",
                        "roles",
                        List.of("SALESPERSON"),
                        "teamId",
                        teamId,
                        "password",
                        Organisation.PASSWORD));
    }

    /** A team below {@link #teamId()}. */
    public UUID newTeam() {
        return admin.creates("/teams", Map.of("name", unique("Team"), "parentId", teamId));
    }

    /** Another session of the owner. */
    public UUID newSession() {
        var again = owner.signsInAgain();
        return UUID.fromString(again.gets("/me/sessions").path("items.find { it.current }.id"));
    }

    /** A phone of the owner, by its installation id. */
    public String newDevice() {
        var installation = unique("phone");
        owner.asks().body(aDevice()).put("/devices/" + installation).then().statusCode(200);
        return installation;
    }

    public static Map<String, Object> aDevice() {
        return Map.of(
                "platform", "ANDROID",
                "address", unique("address"),
                "addressKind", "TOKEN",
                "locale", "zh-CN",
                "appVersion", "1.0.0");
    }

    public UUID handOver() {
        return once("hand-over", this::newHandOver);
    }

    public UUID newHandOver() {
        return admin.creates("/hand-overs", aHandOver());
    }

    /** Of a customer of its own, to a colleague. */
    public Map<String, Object> aHandOver() {
        return Map.of(
                "fromId",
                owner.id(),
                "toId",
                once("colleague", this::newColleague),
                "customerIds",
                List.of(newCustomer()),
                "reason",
                "Another district");
    }

    public UUID recurringTask() {
        return once("recurring task", this::newRecurringTask);
    }

    public UUID newRecurringTask() {
        return owner.creates("/recurring-tasks", aRecurringTask());
    }

    public Map<String, Object> aRecurringTask() {
        return Map.of("customerId", customer(), "subject", "Visit", "rule", "FREQ=MONTHLY", "startsOn", "2099-01-15");
    }

    public UUID substitution() {
        return once("substitution", this::newSubstitution);
    }

    /** A colleague will stand in for the owner, on another day each time. */
    public UUID newSubstitution() {
        return owner.creates("/substitutions", aSubstitution());
    }

    public Map<String, Object> aSubstitution() {
        var day = LocalDate.of(2100, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(1_000_000));
        return Map.of(
                "absentId",
                owner.id(),
                "substituteId",
                once("colleague", this::newColleague),
                "from",
                day.toString(),
                "to",
                day.toString(),
                "reason",
                "Leave");
    }

    /** A day that the organisation says something of, another one each time. */
    public LocalDate newCalendarDay() {
        var day = LocalDate.of(2030, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(10_000));
        admin.asks()
                .body(Map.of("kind", "HOLIDAY", "name", "Outing"))
                .put("/calendar/days/" + day)
                .then()
                .statusCode(200);
        return day;
    }

    public static String unique(String beginning) {
        return beginning + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    }

    private UUID once(String kind, Supplier<UUID> make) {
        var known = made.get(kind);
        if (known != null) {
            return known;
        }
        var fresh = make.get();
        made.put(kind, fresh);
        return fresh;
    }
}

package io.huikuan.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.huikuan.openapi.ApiDocumentFile;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.huikuan.testing.Portfolio;
import io.huikuan.testing.SqlCount;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The number of statements of every GET operation, the ones that find out who is asking included: the same for 3 rows of
 * everything as for 60.
 */
@QuarkusTest
class StatementCountTest {
    /** @param statements asserted exactly: whoever needs one more says so here */
    private record Read(
            String operationId, int statements, Function<Portfolio, Person> caller, Function<Portfolio, String> path) {}

    @Inject
    @PersistenceUnitExtension
    SqlCount sql;

    private static List<Read> reads() {
        return List.of(
                new Read("getKeys", 0, Portfolio::owner, some -> "/.well-known/jwks.json"),
                new Read("askToUnsubscribe", 0, Portfolio::owner, some -> "/unsubscribe/x"),
                new Read("getMe", 2, Portfolio::owner, some -> "/me"),
                new Read("listMySessions", 2, Portfolio::owner, some -> "/me/sessions"),
                new Read("listUsers", 2, Portfolio::admin, some -> "/users?limit=200"),
                new Read(
                        "getUser",
                        2,
                        Portfolio::admin,
                        some -> "/users/" + some.owner().id()),
                new Read("listTeams", 2, Portfolio::admin, some -> "/teams?limit=200"),
                new Read("getTeam", 2, Portfolio::admin, some -> "/teams/" + some.teamId()),
                new Read("listCustomers", 2, Portfolio::owner, some -> "/customers?limit=200"),
                new Read("listReceivables", 4, Portfolio::owner, some -> "/receivables?limit=200"),
                new Read("getReceivable", 5, Portfolio::owner, some -> "/receivables/" + some.receivable()),
                new Read("listContracts", 2, Portfolio::owner, some -> "/contracts?limit=200"),
                new Read("getContract", 2, Portfolio::owner, some -> "/contracts/" + some.contract()),
                new Read("listPaymentTerms", 2, Portfolio::owner, some -> "/payment-terms?limit=200"),
                new Read("getPaymentTerms", 2, Portfolio::owner, some -> "/payment-terms/" + some.paymentTerms()),
                new Read("getReplanLimit", 2, Portfolio::admin, some -> "/replan-limit"),
                new Read("getPlan", 7, Portfolio::owner, some -> "/contracts/" + some.plannedContract() + "/plan"),
                new Read(
                        "listPlanVersions",
                        4,
                        Portfolio::owner,
                        some -> "/contracts/" + some.plannedContract() + "/plan/versions?limit=200"),
                new Read("getCalendar", 2, Portfolio::owner, _ -> "/calendar"),
                new Read(
                        "listCalendarDays",
                        2,
                        Portfolio::owner,
                        _ -> "/calendar/days?from=2030-01-01&to=2031-12-31&limit=200"),
                new Read("listRecurringTasks", 2, Portfolio::owner, _ -> "/recurring-tasks?limit=200"),
                new Read("getRecurringTask", 2, Portfolio::owner, some -> "/recurring-tasks/" + some.recurringTask()),
                new Read("listTriggers", 2, Portfolio::admin, _ -> "/triggers"),
                new Read("listWithoutNextStep", 2, Portfolio::owner, _ -> "/anomalies/no-next-step?limit=200"),
                new Read("countWithoutNextStep", 2, Portfolio::owner, _ -> "/anomalies/no-next-step/count"),
                new Read("listHandOvers", 2, Portfolio::admin, _ -> "/hand-overs?limit=200"),
                new Read("listSubstitutions", 2, Portfolio::owner, _ -> "/substitutions?limit=200"),
                new Read("listInvoices", 2, Portfolio::owner, some -> "/invoices?limit=200"),
                new Read("getInvoice", 2, Portfolio::owner, some -> "/invoices/" + some.invoice()),
                new Read("listImports", 2, Portfolio::admin, some -> "/imports?limit=200"),
                new Read("getImport", 3, Portfolio::admin, some -> "/imports/" + some.csvImport()),
                new Read(
                        "downloadRefusedRows",
                        4,
                        Portfolio::admin,
                        some -> "/imports/" + some.csvImport() + "/refused"),
                new Read(
                        "getPaymentStatus",
                        5,
                        Portfolio::owner,
                        some -> "/customers/" + some.customer() + "/payment-status"),
                new Read("listBankStatementLines", 2, Portfolio::finance, some -> "/bank-statement-lines?limit=200"),
                new Read(
                        "getBankStatementLine",
                        4,
                        Portfolio::finance,
                        some -> "/bank-statement-lines/" + some.bankStatementLine()),
                new Read(
                        "listMatchSuggestions",
                        8,
                        Portfolio::finance,
                        some -> "/bank-statement-lines/" + some.bankStatementLine() + "/suggestions"),
                new Read("listPayments", 2, Portfolio::owner, some -> "/payments?limit=200"),
                new Read("getPayment", 3, Portfolio::owner, some -> "/payments/" + some.payment()),
                new Read("listInterestTerms", 2, Portfolio::admin, some -> "/interest-terms?limit=200"),
                new Read(
                        "getReceivableInterest",
                        6,
                        Portfolio::owner,
                        some -> "/receivables/" + some.receivable() + "/interest"),
                new Read(
                        "getCustomerInterest",
                        6,
                        Portfolio::owner,
                        some -> "/customers/" + some.customer() + "/interest"),
                new Read(
                        "getStatement",
                        10,
                        Portfolio::owner,
                        some -> "/customers/" + some.customer() + "/statement?limit=200&" + Portfolio.PERIOD),
                new Read(
                        "downloadStatementPdf",
                        10,
                        Portfolio::owner,
                        some -> "/customers/" + some.customer() + "/statement.pdf?" + Portfolio.PERIOD),
                new Read(
                        "downloadStatementXlsx",
                        10,
                        Portfolio::owner,
                        some -> "/customers/" + some.customer() + "/statement.xlsx?" + Portfolio.PERIOD),
                new Read("listExchangeRates", 2, Portfolio::owner, _ -> "/exchange-rates?limit=200"),
                new Read("listChannelTargets", 2, Portfolio::admin, _ -> "/channel-targets?limit=200"),
                new Read(
                        "listChannelTargetSubscriptions",
                        3,
                        Portfolio::admin,
                        some -> "/channel-targets/" + some.channelTarget() + "/subscriptions"),
                new Read("getChannelTarget", 2, Portfolio::admin, some -> "/channel-targets/" + some.channelTarget()),
                new Read("listPeriodClosings", 2, Portfolio::admin, _ -> "/period-closings?limit=200"),
                new Read("checkMoney", 23, Portfolio::admin, _ -> "/money-checks"),
                new Read("getAllocationStrategy", 2, Portfolio::owner, _ -> "/allocation-strategy"),
                new Read("listInterestWaivers", 2, Portfolio::owner, some -> "/interest-waivers?limit=200"),
                new Read("getInterestWaiver", 4, Portfolio::owner, some -> "/interest-waivers/" + some.waiver()),
                new Read(
                        "listDiscountOffers",
                        3,
                        Portfolio::owner,
                        some -> "/receivables/" + some.receivable() + "/discount-offers?limit=200"),
                new Read("listCreditNotes", 2, Portfolio::owner, some -> "/credit-notes?limit=200"),
                new Read("getCreditNote", 4, Portfolio::owner, some -> "/credit-notes/" + some.creditNote()),
                new Read("listWriteOffs", 2, Portfolio::owner, some -> "/write-offs?limit=200"),
                new Read("getWriteOff", 4, Portfolio::owner, some -> "/write-offs/" + some.writeOff()),
                new Read("listFollowUps", 2, Portfolio::owner, some -> "/follow-ups?limit=200"),
                new Read("getFollowUp", 2, Portfolio::owner, some -> "/follow-ups/" + some.followUp()),
                new Read("listContactLogs", 2, Portfolio::owner, some -> "/contact-logs?limit=200"),
                new Read("getContactLog", 3, Portfolio::owner, some -> "/contact-logs/" + some.contactLog()),
                new Read("listPauses", 2, Portfolio::owner, some -> "/pauses?limit=200"),
                new Read("getPause", 2, Portfolio::owner, some -> "/pauses/" + some.pause()),
                new Read("listDisputes", 2, Portfolio::owner, some -> "/disputes?limit=200"),
                new Read("getDispute", 2, Portfolio::owner, some -> "/disputes/" + some.dispute()),
                new Read("listPromises", 3, Portfolio::owner, some -> "/promises?limit=200"),
                new Read("getPromise", 3, Portfolio::owner, some -> "/promises/" + some.promise()),
                new Read("getPromiseSetting", 2, Portfolio::admin, _ -> "/promise-setting"),
                new Read("listNotifications", 2, Portfolio::owner, some -> "/notifications?limit=200"),
                new Read("countNotifications", 2, Portfolio::owner, some -> "/notifications/counts"),
                new Read("getMyNotificationSettings", 2, Portfolio::owner, _ -> "/me/notification-settings"),
                new Read("getNotificationDefaults", 2, Portfolio::owner, _ -> "/notification-defaults"),
                new Read("listMySubscriptions", 2, Portfolio::owner, _ -> "/me/subscriptions"),
                new Read("listReachability", 2, Portfolio::admin, _ -> "/reachability?limit=200"),
                new Read(
                        "getReachability",
                        2,
                        Portfolio::admin,
                        some -> "/users/" + some.owner().id() + "/reachability"),
                new Read("listDeliveries", 2, Portfolio::admin, _ -> "/deliveries?state=DEAD&limit=200"),
                new Read("getAgeing", 3, Portfolio::owner, some -> "/performance/ageing?groupBy=OWNER"),
                new Read(
                        "listAgeingReceivables",
                        2,
                        Portfolio::owner,
                        some -> "/performance/ageing/receivables?limit=200"),
                new Read(
                        "getCollectionRate",
                        2,
                        Portfolio::owner,
                        some -> "/performance/collection-rate?" + Portfolio.PERIOD),
                new Read(
                        "listCollectionRateReceivables",
                        2,
                        Portfolio::owner,
                        some -> "/performance/collection-rate/receivables?limit=200&" + Portfolio.PERIOD),
                new Read(
                        "getPromiseRate",
                        2,
                        Portfolio::owner,
                        _ -> "/performance/promises?groupBy=OWNER&" + Portfolio.PERIOD),
                new Read(
                        "listPromiseRateRows",
                        2,
                        Portfolio::owner,
                        _ -> "/performance/promises/rows?limit=200&" + Portfolio.PERIOD),
                new Read("listReminderRuns", 3, Portfolio::admin, some -> "/reminder-runs?limit=200"),
                new Read("getReminderRun", 3, Portfolio::admin, some -> "/reminder-runs/" + some.reminderRun()),
                new Read(
                        "listReminderDecisions",
                        5,
                        Portfolio::owner,
                        some -> "/receivables/" + some.receivable() + "/decisions"),
                new Read("listReminderPolicies", 2, Portfolio::admin, some -> "/reminder-policies?limit=200"),
                new Read(
                        "getReminderPolicy",
                        2,
                        Portfolio::admin,
                        some -> "/reminder-policies/" + some.reminderPolicy()),
                new Read(
                        "listReminderPolicyVersions",
                        2,
                        Portfolio::admin,
                        some -> "/reminder-policies/" + some.reminderPolicy() + "/versions?limit=200"),
                new Read("listPolicyReplays", 2, Portfolio::admin, some -> "/reminder-policy-replays?limit=200"),
                new Read(
                        "getPolicyReplay",
                        2,
                        Portfolio::admin,
                        some -> "/reminder-policy-replays/" + some.policyReplayDone()),
                new Read(
                        "listPolicyReplayPeople",
                        3,
                        Portfolio::admin,
                        some -> "/reminder-policy-replays/" + some.policyReplayDone() + "/people?limit=200"),
                new Read(
                        "listPolicyReplayCustomers",
                        3,
                        Portfolio::admin,
                        some -> "/reminder-policy-replays/" + some.policyReplayDone() + "/customers?limit=200"),
                new Read(
                        "listPolicyAssignments", 2, Portfolio::admin, some -> "/reminder-policy-assignments?limit=200"),
                new Read(
                        "getPolicyAssignment",
                        2,
                        Portfolio::admin,
                        some -> "/reminder-policy-assignments/" + some.policyAssignment()),
                new Read(
                        "getEffectivePolicy",
                        3,
                        Portfolio::owner,
                        some -> "/customers/" + some.customer() + "/effective-policy"),
                new Read("listDunningRules", 2, Portfolio::admin, _ -> "/dunning-rules?limit=200"),
                new Read("getDunningRule", 2, Portfolio::admin, some -> "/dunning-rules/" + some.dunningRule()),
                new Read("listDunningLetters", 3, Portfolio::owner, _ -> "/dunning-letters?limit=200"),
                new Read("getDunningLetter", 3, Portfolio::owner, some -> "/dunning-letters/" + some.dunningLetter()),
                new Read(
                        "previewDunningLetter",
                        3,
                        Portfolio::owner,
                        some -> "/dunning-letters/" + some.dunningLetter() + "/preview"),
                new Read("listAuditEvents", 2, Portfolio::admin, some -> "/audit-events?limit=200"),
                new Read("getCustomer", 2, Portfolio::owner, some -> "/customers/" + some.customer()),
                new Read(
                        "getContact",
                        2,
                        Portfolio::owner,
                        some -> "/customers/" + some.customer() + "/contacts/" + some.contact()),
                new Read(
                        "listContacts",
                        3,
                        Portfolio::owner,
                        some -> "/customers/" + some.customer() + "/contacts?limit=200"));
    }

    @Test
    void countsEveryReadOfTheDocument() {
        var documented = ApiDocumentFile.operations(ApiDocumentFile.current())
                .filter(operation -> operation.method().equals("GET"))
                .map(ApiDocumentFile.Operation::id)
                .toList();

        assertThat(reads().stream().map(Read::operationId)).containsExactlyInAnyOrderElementsOf(documented);
    }

    @TestFactory
    Stream<DynamicTest> needsAsManyStatementsForSixtyRowsAsForThree() {
        var few = filled(3);
        var many = filled(60);
        return reads().stream()
                .map(read -> dynamicTest(read.operationId(), () -> {
                    assertThat(statements(read, few)).as("with 3 rows").hasSize(read.statements());
                    assertThat(statements(read, many)).as("with 60 rows").hasSize(read.statements());
                }));
    }

    private List<String> statements(Read read, Portfolio portfolio) {
        var caller = read.caller().apply(portfolio);
        var path = read.path().apply(portfolio);
        return sql.of(() -> caller.gets(path).then().statusCode(200));
    }

    private static Portfolio filled(int rows) {
        var organisation = Given.anOrganisation();
        var team = organisation.team("East", null);
        var portfolio =
                new Portfolio(team.salesperson("wang"), team.id(), organisation.admin(), organisation.finance());
        for (int row = 0; row < rows; row++) {
            portfolio.newCustomer();
            portfolio.newCalendarDay();
            portfolio.newSubstitution();
            portfolio.newHandOver();
            portfolio.newRecurringTask();
            portfolio.newContact();
            portfolio.newColleague();
            portfolio.newTeam();
            portfolio.newSession();
            portfolio.newReminderRun();
            portfolio.newReminderPolicy();
            portfolio.newPolicyAssignment();
            portfolio.newPolicyReplay();
            portfolio.newDunningRule();
            portfolio.newDunningLetter();
            portfolio.newNotice();
            portfolio.newContract();
            portfolio.newPlannedContract();
            portfolio.newInvoice();
            portfolio.newImport(1);
            portfolio.newFollowUp();
            portfolio.newContactLog();
            portfolio.newPause();
            portfolio.newDispute();
            portfolio.newPromise();
            portfolio.newBankStatementLine();
            portfolio.newPayment();
            portfolio.newCreditNote();
            portfolio.newWriteOff();
            portfolio.newWaiver();
            portfolio.newWithdrawnDiscountOffer();
        }
        portfolio.interestTerms();
        portfolio.exchangeRate();
        // One import with as many refusals, one payment with as many allocations.
        portfolio.made().put("import", portfolio.newImport(rows));
        portfolio.made().put("payment", portfolio.newPayment("100000.00"));
        // And one receivable that is late, behind that payment.
        portfolio.made().put("receivable", portfolio.newReceivable());
        return portfolio;
    }
}

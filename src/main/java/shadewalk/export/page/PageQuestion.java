package shadewalk.export.page;

import static shadewalk.text.Texts.PAGE;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shadewalk.diagram.Diagram;
import shadewalk.lesson.Question;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.Scene;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;

/// Writes a question as a form: what is asked, the ways to answer, and, hidden, what is said to
/// each answer. The script compares answers as the judge does, as texts: a choice by its number, a
/// thing by its id, a number in decimal, an order as numbers with blanks between.
final class PageQuestion {

    private final Html html;
    private final PageProse prose;

    PageQuestion(Html html, PageProse prose) {
        this.html = html;
        this.prose = prose;
    }

    /// Writes the question of a scene.
    ///
    /// @param picture the picture beside it, in which something may have to be picked
    void write(Scene scene, Judge judge, Diagram picture) throws IOException {
        Question question = judge.question();
        html.line().open("form class=question", "data-kind", kind(question));
        html.element("h3", PAGE.get("question.title"));
        html.open("div class=ask");
        prose.write(scene.fill(question.ask()));
        html.close();
        html.open("div class=answers");
        answers(question, judge, picture);
        html.close();
        html.element("div class=reply role=status", "");
        html.open("div class=explain hidden=");
        prose.write(scene.fill(question.explain()));
        html.close();
        html.open("ol class=hints hidden=");
        for (String hint : question.hints()) {
            html.element("li hidden= dir=auto", hint);
        }
        html.close();
        html.element("button type=button class=hint", PAGE.get("question.hint"));
        replies(judge);
        html.close();
    }

    private static String kind(Question question) {
        return switch (question) {
            case Question.Choose _, Question.Predict _ -> "choose";
            case Question.Pick _ -> "pick";
            case Question.Type _ -> "type";
            case Question.Order _ -> "order";
        };
    }

    private void answers(Question question, Judge judge, Diagram picture) throws IOException {
        switch (question) {
            case Question.Choose choose ->
                    choices(choose.choices().stream().map(Question.Choice::text).toList());
            case Question.Predict predict ->
                    choices(predict.prospects().stream().map(Question.Prospect::text).toList());
            case Question.Type _ -> {
                String label = PAGE.get("question.number");
                html.empty(
                        "input name=answer autocomplete=off maxlength=80",
                        "placeholder",
                        label,
                        "aria-label",
                        label);
                submit();
            }
            case Question.Pick _ -> {
                things(judge, picture);
                submit();
            }
            case Question.Order order -> {
                order(order.items());
                submit();
            }
        }
    }

    private void submit() throws IOException {
        html.element("button type=submit class=main", PAGE.get("question.answer"));
    }

    private void choices(List<String> choices) throws IOException {
        for (int i = 0; i < choices.size(); i++) {
            html.element(
                    "button type=submit class=choice dir=auto",
                    choices.get(i),
                    "value",
                    String.valueOf(i));
        }
    }

    /// Begins in an order that gives nothing away: the same every time, and never the right one.
    private void order(List<String> items) throws IOException {
        html.open("ol class=order");
        for (int i = 0; i < items.size(); i++) {
            int item = Math.floorMod(i - 1, items.size());
            html.open("li", "data-item", String.valueOf(item));
            html.element("span dir=auto", items.get(item));
            html.element(
                    "button type=button class=up",
                    "\u2191",
                    "aria-label",
                    PAGE.get("question.up", items.get(item)));
            html.close();
        }
        html.close();
    }

    /// Everything in the picture that can be picked; a click there chooses it here.
    private void things(Judge judge, Diagram picture) throws IOException {
        Map<String, String> spoken = picture.spokenParts();
        Map<String, String> things = new LinkedHashMap<>();
        for (String id : picture.byId().keySet()) {
            ThingIds.around(id)
                    .map(Thing::id)
                    .ifPresent(
                            thing -> things.putIfAbsent(thing, spoken.getOrDefault(thing, thing)));
        }
        things.putIfAbsent(text(judge.right()), text(judge.right()));
        html.open("select name=answer", "aria-label", PAGE.get("question.pick"));
        html.element("option value=", PAGE.get("question.pick"));
        for (Map.Entry<String, String> thing : things.entrySet()) {
            html.element("option", label(thing), "value", thing.getKey());
        }
        html.close();
    }

    private static String label(Map.Entry<String, String> thing) {
        String words = thing.getValue();
        return words.equals(thing.getKey()) ? words : thing.getKey() + ": " + words;
    }

    private void replies(Judge judge) throws IOException {
        html.open("div class=replies hidden=");
        html.element(
                "p",
                judge.judge(judge.right()).feedback(),
                "data-answer",
                text(judge.right()),
                "data-right",
                "");
        Map<String, String> wrong = new TreeMap<>();
        for (Answer known : judge.known()) {
            if (!known.equals(judge.right())) {
                wrong.put(text(known), judge.judge(known).feedback());
            }
        }
        for (Map.Entry<String, String> reply : wrong.entrySet()) {
            html.element("p", reply.getValue(), "data-answer", reply.getKey());
        }
        html.element("p data-otherwise=", judge.otherwise());
        html.element("p data-solution=", judge.solution());
        html.close();
    }

    private static String text(Answer answer) {
        return switch (answer) {
            case Answer.Chosen(var index) -> String.valueOf(index);
            case Answer.Picked(var id) -> id;
            case Answer.Typed(var text) -> text;
            case Answer.Ordered(var items) ->
                    items.stream().map(String::valueOf).collect(Collectors.joining(" "));
        };
    }
}

"""A tree of HTML: what readers of it may rely on."""

from newsmodel.syntax.html import parse


def test_an_element_is_true_and_equal_to_itself_alone_whatever_it_holds() -> None:
    """Readers ask whether there is an element, and for one element among others; what is in it is another question."""
    rules = [element for element in parse(b"<hr><hr>").root.descendants() if element.tag == "hr"]

    assert [0, 0] == [len(rule) for rule in rules]
    assert all(rules)
    assert rules[0] != rules[1]
    assert 2 == len({*rules, *rules})


def test_a_tree_has_the_elements_and_the_texts_of_its_document() -> None:
    root = parse(b"<main><p>One <b>two</b> three<!-- cut --> four</p><template><p>no</p></template>five</main>").root
    main = next(element for element in root.descendants() if element.tag == "main")

    paragraph, template = main

    assert ("One ", "two", " three four") == (paragraph.text, paragraph[0].text, paragraph[0].tail)
    assert (0, None, "five") == (len(template), template.text, template.tail)
    assert ["head", "body", "main", "p", "b", "template"] == [element.tag for element in root.descendants()]

"""Presidio with GiNZA as a worker of compare.py: `with_presidio.py shipped` or `with_presidio.py mapped`.

`shipped` is what one gets by naming the Japanese model and nothing else; every entity counts that Presidio itself says
it supports in Japanese.  `mapped` is what its documentation leads a careful user to (japanese_recognizers.py).
Runs in the environment that compare.py sets up; knows nothing of kohyo.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import tldextract
from japanese_recognizers import ENTITIES, LABELS, THRESHOLD, recognizers
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpEngineProvider
from worker import work

if TYPE_CHECKING:
    from worker import Answer, Predict

MODEL = {"nlp_engine_name": "spacy", "models": [{"lang_code": "ja", "model_name": "ja_ginza"}]}


def shipped() -> Predict:
    """The Japanese model named, all else as it comes."""
    engine = NlpEngineProvider(nlp_configuration=MODEL).create_engine()
    return _predict(AnalyzerEngine(nlp_engine=engine, supported_languages=["ja"]), None, 0)


def mapped() -> Predict:
    """GiNZA's labels given Presidio's names, its telephones told of Japan, Japanese patterns added."""
    labels = {"model_to_presidio_entity_mapping": LABELS}
    engine = NlpEngineProvider(nlp_configuration={**MODEL, "ner_model_configuration": labels}).create_engine()
    registry = RecognizerRegistry(recognizers=recognizers(), supported_languages=["ja"])
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["ja"])
    return _predict(analyzer, ENTITIES, THRESHOLD)


def _predict(analyzer: AnalyzerEngine, entities: list[str] | None, threshold: float) -> Predict:
    def predict(text: str) -> Answer:
        results = analyzer.analyze(text, language="ja", entities=entities, score_threshold=threshold)
        return {"spans": [(one.start, one.end, one.entity_type) for one in results], "suspicions": []}

    return predict


def main(which: str) -> None:
    """Work as one of the two.

    Presidio checks mail addresses against a list of domains that its library fetches at first use; nothing is fetched
    here, the list that comes with the library does.
    """
    logging.disable()
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())
    work({"shipped": shipped, "mapped": mapped}[which])


if __name__ == "__main__":
    main(sys.argv[1])

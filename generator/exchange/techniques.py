"""The published names of the techniques and frames, and the ids that articles use for them."""

from __future__ import annotations

PUBLISHED = (
    *("Name_Calling-Labeling", "Guilt_by_Association", "Doubt", "Appeal_to_Hypocrisy"),
    *("Questioning_the_Reputation", "Flag_Waving", "Appeal_to_Authority"),
    *("Appeal_to_Popularity", "Appeal_to_Fear-Prejudice", "Appeal_to_Values", "Straw_Man"),
    *("Red_Herring", "Whataboutism", "Causal_Oversimplification", "False_Dilemma-No_Choice"),
    *("Consequential_Oversimplification", "Slogans", "Conversation_Killer", "Appeal_to_Time"),
    *("Loaded_Language", "Obfuscation-Vagueness-Confusion", "Exaggeration-Minimisation"),
    "Repetition",
)
"""The 23 names of SemEval-2023 task 3."""

OURS = (
    *("loaded-attribution", "distancing-quotes", "unnamed-source"),
    *("agentless-passive", "presupposition", "hedge"),
)
"""Ids without a published name."""

COARSE = {
    "Appeal_to_Authority": ("appeal-to-authority",),
    "Appeal_to_fear-prejudice": ("appeal-to-fear-prejudice",),
    "Bandwagon,Reductio_ad_hitlerum": ("appeal-to-popularity", "guilt-by-association"),
    "Black-and-White_Fallacy": ("false-dilemma-no-choice",),
    "Causal_Oversimplification": ("causal-oversimplification",),
    "Doubt": ("doubt",),
    "Exaggeration,Minimisation": ("exaggeration-minimisation",),
    "Flag-Waving": ("flag-waving",),
    "Loaded_Language": ("loaded-language",),
    "Name_Calling,Labeling": ("name-calling-labeling",),
    "Repetition": ("repetition",),
    "Slogans": ("slogans",),
    "Thought-terminating_Cliches": ("conversation-killer",),
    "Whataboutism,Straw_Men,Red_Herring": ("whataboutism", "straw-man", "red-herring"),
}
"""The 14 names of SemEval-2020 task 11; two of them stand for several ids."""

FINER = {
    "Bandwagon": "appeal-to-popularity",
    "Obfuscation,Intentional_Vagueness,Confusion": "obfuscation-vagueness-confusion",
    "Red_Herring": "red-herring",
    "Reductio_ad_hitlerum": "guilt-by-association",
    "Straw_Men": "straw-man",
    "Whataboutism": "whataboutism",
}
"""Names of the corpus of 2019, from which those of 2020 were made, that are finer."""

LATER = ("Appeal_to_Pity", "False_Equivalence")
"""Names of the guidelines of 2025 that the codebook does not have."""

FRAMES = (
    *("Economic", "Capacity_and_resources", "Morality", "Fairness_and_equality"),
    *("Legality_Constitutionality_and_jurisprudence", "Policy_prescription_and_evaluation"),
    *("Crime_and_punishment", "Security_and_defense", "Health_and_safety", "Quality_of_life"),
    *("Cultural_identity", "Public_opinion", "Political", "External_regulation_and_reputation"),
)
"""The 14 frames of SemEval-2023 task 3."""

KINDS = (
    *("interpretation", "motive", "prediction"),
    *("generalisation", "evaluation", "question"),
)
"""The kinds of inference."""


def own_id(published: str) -> str:
    """The id that a published name has in the codebook."""
    return published.lower().replace("_", "-")


NAME_OF = {own_id(name): name for name in PUBLISHED}
"""The published name of each technique that has one."""
FRAME_OF = {own_id(name): name for name in FRAMES}
"""The published name of each frame."""

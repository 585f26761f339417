"""A page of one choice and nothing else: the floor that every page's rerun is compared with."""

import streamlit as st

st.set_page_config(layout="wide")
chosen = st.selectbox("Area", [f"Area {number}" for number in range(1, 61)], key="area", bind="query-params")
st.html(f"<p id='chosen'>{chosen}</p>")

FROM python:3.13-slim
RUN pip install -r requirements.txt
RUN pip install -rrequirements.txt && pip install --requirement=requirements.txt
RUN pip install --constraint constraints.txt flask
RUN pip install . && pip install -e .[dev] && pip install ./lib /opt/other
RUN pip install dist/*.whl tool.tar.gz mypackage.whl https://packages.contoso.com/tool.zip
RUN pip install git+https://github.com/contoso/tool.git@v1.2.0#egg=tool
RUN pip install "tool @ https://packages.contoso.com/tool-1.0-py3-none-any.whl"

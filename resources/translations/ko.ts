<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Call {0}</source>
        <translation>호출 {0}</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>fast</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>new specialization</source>
        <translation>새 특수화</translation>
    </message>
    <message>
        <source>from memory</source>
        <translation>메모리에서</translation>
    </message>
    <message>
        <source>from disk</source>
        <translation>디스크에서</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>{0:,} new tokens so far</source>
        <translation>지금까지 새 토큰 {0:,}개</translation>
    </message>
    <message>
        <source>{0:,} of {1:,} new tokens so far</source>
        <translation>지금까지 새 토큰 {1:,}개 중 {0:,}개</translation>
    </message>
    <message>
        <source>Cancelled while it streamed: this is its text so far</source>
        <translation>스트리밍 중 취소됨: 그때까지의 텍스트입니다</translation>
    </message>
    <message>
        <source>{0} This is its text so far</source>
        <translation>{0} 그때까지의 텍스트입니다</translation>
    </message>
    <message>
        <source>traced</source>
        <translation>트레이스</translation>
    </message>
    <message>
        <source>compiled</source>
        <translation>컴파일</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>불러오기</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>ran</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>{1}, first token after {0}</source>
        <translation>{1}, 첫 토큰까지 {0}</translation>
    </message>
    <message>
        <source>{0} while another program was compiled</source>
        <translation>다른 프로그램을 컴파일하는 동안 {0}</translation>
    </message>
    <message>
        <source>forecast {0}</source>
        <translation>예측 {0}</translation>
    </message>
    <message>
        <source>because {0}</source>
        <translation>이유: {0}</translation>
    </message>
    <message>
        <source>the guide&apos;s code took {0} here</source>
        <translation>가이드의 코드는 여기서 {0} 걸렸습니다</translation>
    </message>
    <message>
        <source>the guide&apos;s code: {0:g} times as long (README: {1}, 2 beams)</source>
        <translation>가이드의 코드: {0:g}배 걸립니다(README: {1}, 빔 2개)</translation>
    </message>
    <message>
        <source>guide: {0}</source>
        <translation>가이드: {0}</translation>
    </message>
    <message>
        <source>guide: {0:g} ×</source>
        <translation>가이드: {0:g}배</translation>
    </message>
    <message>
        <source>{0} (found)</source>
        <translation>{0}(찾음)</translation>
    </message>
    <message>
        <source>{0}, translated</source>
        <translation>{0}, 번역됨</translation>
    </message>
    <message>
        <source>{0:,.0f} tokens/s</source>
        <translation>{0:,.0f} 토큰/s</translation>
    </message>
    <message>
        <source>{0:,} new tokens</source>
        <translation>새 토큰 {0:,}개</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>예상</translation>
    </message>
    <message>
        <source>Measured here</source>
        <translation>여기서 측정한 값</translation>
    </message>
    <message>
        <source>Call {0} of {1}</source>
        <translation>호출 {1}번 중 {0}번</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Answered.</source>
        <translation>정답을 맞혔습니다.</translation>
    </message>
    <message>
        <source>Press Set, and turn one knob.</source>
        <translation>설정을 누르고 손잡이 하나를 돌리세요.</translation>
    </message>
    <message>
        <source>a token takes {0}</source>
        <translation>토큰 하나에 {0}</translation>
    </message>
    <message>
        <source>distance from the limits: {0}</source>
        <translation>한계와의 거리: {0}</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>실행 방식</translation>
    </message>
    <message>
        <source>Retraces</source>
        <translation>재트레이스</translation>
    </message>
    <message>
        <source>Traces after the first call</source>
        <translation>첫 호출 뒤의 트레이스</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Largest absolute difference from the first arm&apos;s results</source>
        <translation>첫 실행 방식의 결과와의 최대 절대 차이</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Why it was traced</source>
        <translation>트레이스한 이유</translation>
    </message>
    <message>
        <source>What differs from the closest earlier call</source>
        <translation>가장 가까운 이전 호출과 다른 점</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>트레이스</translation>
    </message>
    <message>
        <source>Compile</source>
        <translation>컴파일</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>메서드</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>첫 단계</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Median of the others</source>
        <translation>나머지의 중앙값</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>After the first and the last step</source>
        <translation>첫 단계와 마지막 단계 뒤</translation>
    </message>
    <message>
        <source>cannot run</source>
        <translation>실행할 수 없음</translation>
    </message>
    <message>
        <source>Separate words by commas; put token ids in brackets: [12, 5].</source>
        <translation>단어를 쉼표로 구분하고, 토큰 ID는 대괄호에 넣으세요: [12, 5].</translation>
    </message>
    <message>
        <source>Separate texts by commas, with quotes if a space or comma counts.</source>
        <translation>텍스트를 쉼표로 구분하고, 공백이나 쉼표가 의미 있으면 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>steady median</source>
        <extracomment>The mark of each phase on a log axis, as pyqtgraph names it, and the character like it. Of the font&apos;s size: smaller is not readable.</extracomment>
        <translation>정상 중앙값</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>트레이스</translation>
    </message>
    <message>
        <source>compile</source>
        <translation>컴파일</translation>
    </message>
    <message>
        <source>load</source>
        <translation>불러오기</translation>
    </message>
    <message>
        <source>store</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>임베딩</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>어텐션</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>normalization</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>head</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>rest of the model</source>
        <translation>모델의 나머지</translation>
    </message>
    <message>
        <source>selection</source>
        <translation>토큰 선택</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>루프</translation>
    </message>
    <message>
        <source>storable program</source>
        <translation>저장할 수 있는 프로그램</translation>
    </message>
    <message>
        <source>conversion to HLO</source>
        <translation>HLO로 변환</translation>
    </message>
    <message>
        <source>XLA passes</source>
        <translation>XLA 패스</translation>
    </message>
    <message>
        <source>code generation</source>
        <translation>코드 생성</translation>
    </message>
    <message>
        <source>XLA passes and code generation</source>
        <translation>XLA 패스와 코드 생성</translation>
    </message>
    <message>
        <source>reading the file</source>
        <translation>파일 읽기</translation>
    </message>
    <message>
        <source>loading the executable</source>
        <translation>실행 파일 불러오기</translation>
    </message>
    <message>
        <source>first run</source>
        <translation>첫 실행</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>p95 {0}</source>
        <translation>p95 {0}</translation>
    </message>
    <message>
        <source>last {0} of {1}</source>
        <translation>최근 {1}개 중 {0}개</translation>
    </message>
    <message>
        <source>median {0}</source>
        <translation>중앙값 {0}</translation>
    </message>
    <message>
        <source>n {0}</source>
        <translation>n {0}</translation>
    </message>
    <message>
        <source>Time in all</source>
        <extracomment>A row of the advice; all rows of a table have one type.</extracomment>
        <translation>전체 시간</translation>
    </message>
    <message>
        <source>Estimated time of all calls, first calls included</source>
        <translation>첫 호출을 포함한 모든 호출의 추정 시간</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>The policy</source>
        <translation>정책</translation>
    </message>
    <message>
        <source>Padding tokens</source>
        <translation>패딩 토큰</translation>
    </message>
    <message>
        <source>Computed for nothing, in all calls together</source>
        <translation>모든 호출에서 헛되이 계산한 것</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Tokens that a prompt and its new tokens may have</source>
        <translation>프롬프트와 새 토큰이 가질 수 있는 토큰 수</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>캐시</translation>
    </message>
    <message>
        <source>Keys and values of the largest call, read at each new token</source>
        <translation>가장 큰 호출의 키와 값, 새 토큰마다 읽음</translation>
    </message>
    <message>
        <source>Compiles</source>
        <translation>컴파일</translation>
    </message>
    <message>
        <source>Specializations that it needs</source>
        <translation>필요한 특수화</translation>
    </message>
    <message>
        <source>Specialization</source>
        <translation>특수화</translation>
    </message>
    <message>
        <source>What was new</source>
        <translation>새로 만든 것</translation>
    </message>
    <message>
        <source>Number of the call</source>
        <translation>호출 번호</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>miss: it was traced and compiled; disk: it was loaded</source>
        <translation>miss: 트레이스하고 컴파일함, disk: 불러옴</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Said before the call; nine of ten calls should lie within</source>
        <translation>호출 전의 예측. 열에 아홉은 그 안이어야 합니다</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>The sum of the call&apos;s phases</source>
        <translation>호출 단계의 합</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>안쪽</translation>
    </message>
    <message>
        <source>Whether the call took a time within its forecast</source>
        <translation>걸린 시간이 예측 범위 안인지</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>The first is the baseline</source>
        <translation>첫 레인이 기준입니다</translation>
    </message>
    <message>
        <source>First call</source>
        <translation>첫 호출</translation>
    </message>
    <message>
        <source>Everything included that must be prepared</source>
        <translation>준비해야 하는 모든 것을 포함</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Median of the calls that count</source>
        <translation>세는 호출의 중앙값</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>95 % interval of the median, by the bootstrap</source>
        <translation>부트스트랩으로 구한 중앙값의 95 % 구간</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>토큰/s</translation>
    </message>
    <message>
        <source>New tokens of all prompts, in a steady call</source>
        <translation>정상 호출에서 모든 프롬프트의 새 토큰</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>속도 비</translation>
    </message>
    <message>
        <source>Against the baseline</source>
        <translation>기준과 비교</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Whether they are the baseline&apos;s, or which is the first that differs</source>
        <translation>기준의 토큰과 같은지, 아니면 처음 다른 토큰</translation>
    </message>
    <message>
        <source>same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>token {0:,} differs</source>
        <translation>토큰 {0:,}이(가) 다름</translation>
    </message>
    <message>
        <source>token {0:,}: guide&apos;s known fault</source>
        <translation>토큰 {0:,}: 가이드의 알려진 결함</translation>
    </message>
    <message>
        <source>Arm and recipe, strategy, prompts × padded length + new tokens; ≤ is a capacity. Calls of every strategy share the programs chunk, which reads many tokens of a prompt at once, and encode.</source>
        <translation>실행 방식과 레시피, 전략, 프롬프트 × 패딩된 길이 + 새 토큰. ≤는 용량. 모든 전략의 호출이 프롬프트의 토큰 여러 개를 한 번에 읽는 chunk와 encode 프로그램을 함께 씁니다.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>In the worker&apos;s memory, on disk, or both</source>
        <translation>워커의 메모리, 디스크, 또는 둘 다</translation>
    </message>
    <message>
        <source>As eager</source>
        <translation>eager와 같음</translation>
    </message>
    <message>
        <source>Whether its first tokens are those of the same call in the eager arm, which is made in the background while no call runs</source>
        <translation>첫 토큰들이 eager 실행 방식의 같은 호출과 같은지. 호출이 없을 때 백그라운드에서 확인합니다</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>What the worker grew by in its first call</source>
        <translation>첫 호출에서 워커가 늘어난 크기</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>What its entry in the store takes</source>
        <translation>저장소 항목의 크기</translation>
    </message>
    <message>
        <source>What the calls cost that traced and compiled it, median; of chunk and encode what tracing and compiling took</source>
        <translation>트레이스하고 컴파일한 호출에 든 시간의 중앙값. chunk와 encode는 트레이스와 컴파일에 걸린 시간</translation>
    </message>
    <message>
        <source>From disk</source>
        <translation>디스크에서</translation>
    </message>
    <message>
        <source>What a call cost that loaded it from disk instead, median</source>
        <translation>대신 디스크에서 불러온 호출에 든 시간의 중앙값</translation>
    </message>
    <message>
        <source>Run time of the calls that only ran, median</source>
        <translation>실행만 한 호출의 실행 시간, 중앙값</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Calls that it served, over all sessions</source>
        <translation>모든 세션에서 이 특수화를 쓴 호출</translation>
    </message>
    <message>
        <source>memory, disk</source>
        <translation>메모리, 디스크</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>did not happen</source>
        <translation>없었음</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>ran while another program was compiled: left out of steady figures</source>
        <translation>다른 프로그램을 컴파일하는 동안 실행됨: 정상 수치에서 제외</translation>
    </message>
    <message>
        <source>tags: {tags}</source>
        <translation>태그: {tags}</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>메모: {note}</translation>
    </message>
    <message>
        <source>Call {call}</source>
        <translation>호출 {call}</translation>
    </message>
    <message>
        <source>total {duration}</source>
        <translation>합계 {duration}</translation>
    </message>
    <message>
        <source>cache: {cache}</source>
        <translation>캐시: {cache}</translation>
    </message>
    <message>
        <source>sequences: {ends}</source>
        <translation>시퀀스: {ends}</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>cut at the limit</source>
        <translation>한도에서 잘림</translation>
    </message>
    <message>
        <source>{0} of {1} {2}</source>
        <translation>{1} 중 {0} {2}</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>checking …</source>
        <translation>확인 중 …</translation>
    </message>
    <message>
        <source>tie at {0:,}</source>
        <translation>동점, {0:,}번째</translation>
    </message>
    <message>
        <source>token {0:,}</source>
        <translation>{0:,}번째 토큰</translation>
    </message>
    <message>
        <source>Its tokens are compared with eager&apos;s once no call has run for five seconds.</source>
        <translation>5초 동안 호출이 없으면 eager의 토큰과 비교합니다.</translation>
    </message>
    <message>
        <source>Eager makes the same call now, in a process of its own.</source>
        <translation>eager가 지금 별도 프로세스에서 같은 호출을 합니다.</translation>
    </message>
    <message>
        <source>Not compared with eager&apos;s tokens yet.</source>
        <translation>아직 eager의 토큰과 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation>{0} 변경됨</translation>
    </message>
    <message>
        <source>live under fast</source>
        <translation>fast에서는 라이브</translation>
    </message>
    <message>
        <source>live under fast for models without an encoder</source>
        <translation>인코더가 없는 모델이면 fast에서는 라이브</translation>
    </message>
    <message>
        <source>Not repeated here yet</source>
        <translation>아직 여기서 재현하지 않음</translation>
    </message>
    <message>
        <source>Close to the claimed ratio</source>
        <translation>주장한 비율에 가까움</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>주장</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>무엇을 쟀는지</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>The page with the figures</source>
        <translation>수치가 있는 페이지</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>발표</translation>
    </message>
    <message>
        <source>The two published durations</source>
        <translation>발표된 두 시간</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>주장 비율</translation>
    </message>
    <message>
        <source>The ratio of the published durations</source>
        <translation>발표된 시간의 비율</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>여기</translation>
    </message>
    <message>
        <source>The ratio measured here, with a model at hand</source>
        <translation>여기 있는 모델로 잰 비율</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>재현</translation>
    </message>
    <message>
        <source>Repeat the experiment of a row</source>
        <translation>행의 실험을 재현합니다</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About XLA Playground</source>
        <translation>XLA Playground 정보</translation>
    </message>
    <message>
        <source>The worker has not started yet.</source>
        <translation>워커가 아직 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>Devices: {0}</source>
        <translation>장치: {0}</translation>
    </message>
    <message>
        <source>Worker process {0}</source>
        <translation>워커 프로세스 {0}</translation>
    </message>
    <message>
        <source>Turn the knobs of XLA text generation and see, call by call, what each one costs.</source>
        <translation>XLA 텍스트 생성의 옵션을 하나씩 돌려 보고, 호출마다 무엇이 얼마나 드는지 확인하세요.</translation>
    </message>
    <message>
        <source>It grew from {0}.</source>
        <translation>{0}에서 시작되었습니다.</translation>
    </message>
    <message>
        <source>the XLA guide of Transformers</source>
        <translation>Transformers의 XLA 가이드</translation>
    </message>
</context>
<context>
    <name>AdviceDialog</name>
    <message>
        <source>Advise a capacity</source>
        <extracomment>Time without typing until the text is counted.</extracomment>
        <translation>용량 추천</translation>
    </message>
    <message>
        <source>Advise buckets</source>
        <translation>버킷 추천</translation>
    </message>
    <message>
        <source>One prompt a line: paste them, drop a text file, or open one</source>
        <translation>한 줄에 프롬프트 하나: 붙여 넣거나, 텍스트 파일을 끌어 놓거나, 파일을 여세요</translation>
    </message>
    <message>
        <source>Prompts, one a line</source>
        <translation>프롬프트, 한 줄에 하나</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Read prompts from a text file, one a line</source>
        <translation>텍스트 파일에서 프롬프트를 읽습니다(한 줄에 하나)</translation>
    </message>
    <message>
        <source>prompts in a call</source>
        <translation>호출당 프롬프트</translation>
    </message>
    <message>
        <source>How many prompts go into one call</source>
        <translation>한 호출에 들어가는 프롬프트 수</translation>
    </message>
    <message>
        <source>runs of the list</source>
        <translation>목록 실행 횟수</translation>
    </message>
    <message>
        <source>How often the whole list is run</source>
        <translation>전체 목록을 몇 번 실행하는지</translation>
    </message>
    <message>
        <source>What each policy costs stands here</source>
        <translation>정책마다 드는 비용이 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>What each capacity costs stands here</source>
        <translation>용량마다 드는 비용이 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>Capacities</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>정책</translation>
    </message>
    <message>
        <source>Use this capacity</source>
        <translation>이 용량 사용</translation>
    </message>
    <message>
        <source>Use this policy</source>
        <translation>이 정책 사용</translation>
    </message>
    <message>
        <source>as {0} counts them</source>
        <translation>{0}의 토큰 수 기준</translation>
    </message>
    <message>
        <source>, its chat template left out</source>
        <translation>, 채팅 템플릿 제외</translation>
    </message>
    <message>
        <source>{0:,} prompts, {1:,} to {2:,} tokens</source>
        <translation>프롬프트 {0:,}개, 토큰 {1:,}~{2:,}개</translation>
    </message>
    <message>
        <source>1 prompt, {1:,} tokens</source>
        <translation>프롬프트 1개, 토큰 {1:,}개</translation>
    </message>
    <message>
        <source>A line has {0:,} characters, more than {1:,}: shorten it.</source>
        <translation>한 줄이 {0:,}자로 {1:,}자를 넘습니다. 줄이세요.</translation>
    </message>
    <message>
        <source>Open a list of prompts</source>
        <translation>프롬프트 목록 열기</translation>
    </message>
    <message>
        <source>Text files (*.txt *.md)</source>
        <translation>텍스트 파일 (*.txt *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Tour</source>
        <translation>둘러보기</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>End the tour (Esc)</source>
        <translation>둘러보기를 끝냅니다(Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>이전 단계</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 중 {0}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>마침</translation>
    </message>
</context>
<context>
    <name>CallColumn</name>
    <message>
        <source>Miss: this call was traced and compiled</source>
        <translation>미스: 이 호출은 트레이스하고 컴파일했습니다</translation>
    </message>
    <message>
        <source>Its specialization was loaded from disk</source>
        <translation>특수화를 디스크에서 불러왔습니다</translation>
    </message>
    <message>
        <source>Its specialization was in memory</source>
        <translation>특수화가 메모리에 있었습니다</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Number of the call, over all sessions</source>
        <translation>모든 세션을 통틀어 매긴 호출 번호</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>When the call began</source>
        <translation>호출이 시작된 때</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Name or folder of the model</source>
        <translation>모델의 이름 또는 폴더</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>실행 방식</translation>
    </message>
    <message>
        <source>How the call executed: eager, graph or xla</source>
        <translation>호출을 실행한 방식: eager, graph, xla</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>Whose loops ran: the guide&apos;s (documented) or ours (fast)</source>
        <translation>어느 루프가 실행되었는지: 가이드의 것(documented) 또는 우리 것(fast)</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>How each next token was chosen</source>
        <translation>다음 토큰을 고른 방법</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Prompts × tokens of each with its padding</source>
        <translation>프롬프트 수 × 패딩을 포함한 각각의 토큰 수</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>Tokens that were generated, over all sequences</source>
        <translation>모든 시퀀스에서 생성한 토큰</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>캐시</translation>
    </message>
    <message>
        <source>Where the specialization came from; a miss, with a star before it, was traced and compiled (*: another program was compiled while the call ran)</source>
        <translation>특수화의 출처. 앞에 별표가 있는 miss는 트레이스하고 컴파일한 것(*: 호출하는 동안 다른 프로그램을 컴파일함)</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>트레이스</translation>
    </message>
    <message>
        <source>Python built the graph</source>
        <translation>Python이 그래프를 만든 시간</translation>
    </message>
    <message>
        <source>Compile</source>
        <translation>컴파일</translation>
    </message>
    <message>
        <source>XLA built the executable</source>
        <translation>XLA가 실행 파일을 만든 시간</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>불러오기</translation>
    </message>
    <message>
        <source>A stored specialization was read from disk</source>
        <translation>저장된 특수화를 디스크에서 읽은 시간</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>The new specialization was written to disk</source>
        <translation>새 특수화를 디스크에 쓴 시간</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>The executable ran</source>
        <translation>실행 파일이 실행된 시간</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>The sum of the phases</source>
        <translation>단계의 합</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>첫 토큰</translation>
    </message>
    <message>
        <source>From the call&apos;s begin until its first new tokens were there: the first block of a call that streams, all of one that does not; the documented recipe does not say</source>
        <translation>호출 시작부터 첫 새 토큰까지: 스트리밍하면 첫 블록, 아니면 전체. documented 레시피에는 없습니다</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>How the call ended</source>
        <translation>호출이 끝난 방식</translation>
    </message>
</context>
<context>
    <name>CallCommands</name>
    <message>
        <source>A prompt of this call has several lines, and the form takes one a line.</source>
        <extracomment>Actions that need exactly one call. Most calls whose numbers decide what can be done with them.</extracomment>
        <translation>이 호출의 프롬프트는 여러 줄인데, 입력란은 한 줄에 프롬프트 하나만 받습니다.</translation>
    </message>
    <message>
        <source>The script is on the clipboard.</source>
        <translation>스크립트를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>No call of it is in the history: press Run.</source>
        <translation>이 특수화의 호출이 기록에 없습니다. 실행을 누르세요.</translation>
    </message>
</context>
<context>
    <name>CallDesk</name>
    <message>
        <source>Saved {path}.</source>
        <extracomment>Where the seconds went: by phase, by what made calls new, and by part of first calls.</extracomment>
        <translation>{path}에 저장했습니다.</translation>
    </message>
    <message>
        <source>The records of {0} calls are damaged: they are left out.</source>
        <translation>호출 {0}개의 기록이 손상되어 제외했습니다.</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>호출 1개</translation>
    </message>
    <message>
        <source>{0:,} calls</source>
        <translation>호출 {0:,}개</translation>
    </message>
    <message>
        <source>Deleted {0}: Calls ▸ Undo deletion brings back, for {1} days.</source>
        <translation>{0} 삭제됨: 호출 ▸ 삭제 취소로 {1}일 동안 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>There is no deletion left to undo.</source>
        <translation>취소할 삭제가 더 없습니다.</translation>
    </message>
</context>
<context>
    <name>CallFilterBar</name>
    <message>
        <source>Search texts, or arm=xla model=gpt2 …</source>
        <extracomment>Time without typing until calls are looked for.</extracomment>
        <translation>텍스트 검색, 또는 arm=xla model=gpt2 …</translation>
    </message>
    <message>
        <source>Search and filter calls</source>
        <translation>호출 검색 및 필터</translation>
    </message>
    <message>
        <source>Words in prompts, answers and notes, and NAME=VALUE with one of {0}; quote what has spaces: &quot;two words&quot;</source>
        <translation>프롬프트, 답, 메모에 있는 단어와 {0} 중 하나인 NAME=VALUE. 공백이 있으면 따옴표로 묶으세요: &quot;two words&quot;</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Choose models, arms, recipes, strategies and reasons</source>
        <translation>모델, 실행 방식, 레시피, 전략, 이유 선택</translation>
    </message>
    <message>
        <source>Filter calls</source>
        <translation>호출 필터</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>{0} of {1} calls</source>
        <translation>호출 {1}개 중 {0}개</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>실행 방식</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
</context>
<context>
    <name>CallReasons</name>
    <message>
        <source>not in memory because: {reason}</source>
        <translation>메모리에 없던 이유: {reason}</translation>
    </message>
    <message>
        <source>new because: {reason}</source>
        <translation>새로 만든 이유: {reason}</translation>
    </message>
</context>
<context>
    <name>CallsTable</name>
    <message>
        <source>No call passes the filter</source>
        <translation>필터를 통과한 호출이 없습니다</translation>
    </message>
    <message>
        <source>Each call becomes a row: press Run</source>
        <translation>호출마다 한 행이 됩니다. 실행을 누르세요</translation>
    </message>
</context>
<context>
    <name>CallsTableModel</name>
    <message>
        <source>Baseline: other calls are compared with it</source>
        <extracomment>Size of the icon of a row that is selected, in pixels: more than any row has. Characters of a note in the tooltip of its call.</extracomment>
        <translation>기준: 다른 호출을 이 호출과 비교합니다</translation>
    </message>
</context>
<context>
    <name>CallsView</name>
    <message>
        <source>Calls</source>
        <extracomment>Room in a cell beside its text, in pixels. Columns whose cells may have an icon.</extracomment>
        <translation>호출</translation>
    </message>
</context>
<context>
    <name>ClaimDetail</name>
    <message>
        <source>Repeat this one</source>
        <translation>이것 재현</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>Copy the command that repeats it in a terminal</source>
        <translation>터미널에서 재현하는 명령을 복사합니다</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>주장</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>There</source>
        <translation>거기</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>여기</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} on {3}</source>
        <translation>{0}: {1}, {3}에서 {2}</translation>
    </message>
</context>
<context>
    <name>ClaimsPage</name>
    <message>
        <source>Repeat all</source>
        <translation>모두 재현</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>End the experiment; what was measured before is kept</source>
        <translation>실험을 끝냅니다. 그 전에 잰 것은 남습니다</translation>
    </message>
    <message>
        <source>Published claims</source>
        <translation>발표된 주장</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>재현</translation>
    </message>
    <message>
        <source>Repeat {0}</source>
        <translation>{0} 재현</translation>
    </message>
    <message>
        <source>starting, once the engine is at rest …</source>
        <translation>엔진이 쉬면 시작합니다 …</translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation>취소 중 …</translation>
    </message>
    <message>
        <source>Claims are repeated: wait for their end, or cancel.</source>
        <translation>주장을 재현하고 있습니다. 끝날 때까지 기다리거나 취소하세요.</translation>
    </message>
    <message>
        <source>A call runs: an experiment beside it would measure both</source>
        <translation>호출이 실행 중입니다. 함께 실행하면 둘 다 재게 됩니다</translation>
    </message>
    <message>
        <source>Make every experiment, in a process of its own</source>
        <translation>모든 실험을 별도 프로세스에서 합니다</translation>
    </message>
    <message>
        <source>Make the experiment of this row; rows of the same experiment are measured, too</source>
        <translation>이 행의 실험을 합니다. 같은 실험의 행도 잽니다</translation>
    </message>
    <message>
        <source>Make the experiment of this row</source>
        <translation>이 행의 실험을 합니다</translation>
    </message>
    <message>
        <source>{0}: experiment {1:,} of {2:,}</source>
        <translation>{0}: 실험 {1:,}/{2:,}</translation>
    </message>
    <message>
        <source>, {0:,.0f} s left</source>
        <translation>, {0:,.0f} s 남음</translation>
    </message>
    <message>
        <source>Cancelled; what was measured before is kept.</source>
        <translation>취소했습니다. 그 전에 잰 것은 남습니다.</translation>
    </message>
</context>
<context>
    <name>ClaimsRun</name>
    <message>
        <source>The claims could not be repeated ({0}).</source>
        <translation>주장을 재현할 수 없었습니다({0}).</translation>
    </message>
    <message>
        <source>The experiment ended without a word (exit code {0}): see the log.</source>
        <translation>실험이 아무 말 없이 끝났습니다(종료 코드 {0}). 로그를 보세요.</translation>
    </message>
</context>
<context>
    <name>ClearHistoryDialog</name>
    <message>
        <source>Clear history</source>
        <translation>기록 지우기</translation>
    </message>
    <message>
        <source>Forget all {0:,} calls?</source>
        <translation>호출 {0:,}개를 모두 지울까요?</translation>
    </message>
    <message>
        <source>Their texts, tokens and times are deleted. This cannot be undone.</source>
        <translation>텍스트, 토큰, 시간이 삭제됩니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>ClearStoreDialog</name>
    <message>
        <source>Clear store</source>
        <translation>저장소 비우기</translation>
    </message>
    <message>
        <source>Remove {0} ({1}) from the disk?</source>
        <translation>디스크에서 {0}({1})을(를) 제거할까요?</translation>
    </message>
    <message>
        <source>They are traced and compiled again when they are next used.</source>
        <translation>다음에 쓸 때 다시 트레이스하고 컴파일합니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
</context>
<context>
    <name>ClipPlot</name>
    <message>
        <source>Waveform and log-mel of the recording</source>
        <translation>녹음의 파형과 로그 멜</translation>
    </message>
    <message>
        <source>Above the waveform, below its log-mel, which is what the model hears; seconds. Dashed: a window ends, at the quietest moment of its last quarter. Shaded: the silence that the last one is padded with.</source>
        <translation>위는 파형, 아래는 모델이 듣는 로그 멜, 단위는 초입니다. 점선: 윈도의 끝으로, 마지막 4분의 1에서 가장 조용한 순간입니다. 음영: 마지막 윈도를 채운 무음입니다.</translation>
    </message>
</context>
<context>
    <name>CodeEdit</name>
    <message>
        <source>Code</source>
        <extracomment>Keys with Ctrl that the editor takes, some of which are shortcuts of the window. The line of an error, in light and dark windows.</extracomment>
        <translation>코드</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Templates</source>
        <translation>템플릿</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>저장(Ctrl+S)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Find; Enter finds the next</source>
        <translation>찾기, Enter로 다음 찾기</translation>
    </message>
    <message>
        <source>Find in the code</source>
        <translation>코드에서 찾기</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}): save it to another place.</source>
        <translation>{0}에 쓸 수 없습니다({1}). 다른 곳에 저장하세요.</translation>
    </message>
    <message>
        <source>Open a Python file</source>
        <translation>Python 파일 열기</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>코드 저장</translation>
    </message>
    <message>
        <source>Python (*.py);;All files (*)</source>
        <translation>Python (*.py);;모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>The model is not known yet: choose one.</source>
        <translation>모델을 아직 알 수 없습니다. 하나 선택하세요.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>What</source>
        <extracomment>Sequences and stretches of tokens that are shown: Qt lays out a longer table for seconds. Least height of the table, in pixels: the window must fit a small screen.</extracomment>
        <translation>항목</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>The right call&apos;s value over the left call&apos;s</source>
        <translation>왼쪽 호출의 값에 대한 오른쪽 호출의 값</translation>
    </message>
    <message>
        <source>Select two calls, or pin one as the baseline: Calls ▸ Compare</source>
        <translation>호출 두 개를 선택하거나 하나를 기준으로 고정하세요: 호출 ▸ 비교</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>다른 점</translation>
    </message>
    <message>
        <source>Tokens of both calls, aligned</source>
        <translation>두 호출의 토큰, 정렬됨</translation>
    </message>
    <message>
        <source>Left: call {0}. Right: call {1}. {2}</source>
        <translation>왼쪽: 호출 {0}. 오른쪽: 호출 {1}. {2}</translation>
    </message>
    <message>
        <source>{0} more stretches are not shown.</source>
        <translation>나머지 {0}곳은 표시하지 않았습니다.</translation>
    </message>
    <message>
        <source>No calls compared yet</source>
        <translation>아직 비교한 호출이 없습니다</translation>
    </message>
    <message>
        <source>Neither has tokens.</source>
        <translation>둘 다 토큰이 없습니다.</translation>
    </message>
    <message>
        <source>Same tokens.</source>
        <translation>토큰이 같습니다.</translation>
    </message>
    <message>
        <source>Tokens differ.</source>
        <translation>토큰이 다릅니다.</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>{0} more sequences are not shown.</source>
        <translation>나머지 시퀀스 {0}개는 표시하지 않았습니다.</translation>
    </message>
    <message>
        <source>Sequence {0}: same tokens.</source>
        <translation>시퀀스 {0}: 토큰이 같습니다.</translation>
    </message>
    <message>
        <source>Sequence {0} differs from token {1} on.</source>
        <translation>시퀀스 {0}은(는) 토큰 {1}부터 다릅니다.</translation>
    </message>
</context>
<context>
    <name>CrashHooks</name>
    <message>
        <source>Something went wrong in the window ({0}); the log has the details.</source>
        <translation>창에서 문제가 생겼습니다({0}). 자세한 내용은 로그에 있습니다.</translation>
    </message>
</context>
<context>
    <name>DownloadStrip</name>
    <message>
        <source>Progress of the download</source>
        <translation>다운로드 진행률</translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation>{0} 다운로드 중</translation>
    </message>
    <message>
        <source>connecting …</source>
        <translation>연결 중 …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop; it can be resumed later</source>
        <translation>멈춥니다. 나중에 이어받을 수 있습니다</translation>
    </message>
    <message>
        <source>Stopped. Resume goes on where it was.</source>
        <translation>멈췄습니다. 이어받기를 누르면 멈춘 곳부터 계속합니다.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>Bring this model to this machine</source>
        <translation>이 모델을 이 컴퓨터로 가져옵니다</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>A model of the Hugging Face hub</source>
        <translation>Hugging Face 허브의 모델</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>이어받기</translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation>멈춘 곳부터 계속</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>importing</source>
        <translation>가져오는 중</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 중 {0}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/s</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} 남음</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>{0} is neither a model nor a recording: drop the folder of a model, a GGUF file, a WAV, FLAC, OGG or MP3 file, a session that was saved here, or code (.py, .json).</source>
        <translation>{0}은(는) 모델도 녹음도 아닙니다. 모델 폴더, GGUF 파일, WAV, FLAC, OGG, MP3 파일, 여기서 저장한 세션 또는 코드(.py, .json)를 놓으세요.</translation>
    </message>
    <message>
        <source>{0} is not there, or its name cannot be read: rename it.</source>
        <translation>{0}이(가) 없거나 이름을 읽을 수 없습니다. 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>A recording needs a speech model: choose one to transcribe it.</source>
        <translation>녹음에는 음성 모델이 필요합니다. 받아쓸 모델을 선택하세요.</translation>
    </message>
</context>
<context>
    <name>EngineWatch</name>
    <message>
        <source>starting the worker</source>
        <translation>워커 시작 중</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>불러오는 중</translation>
    </message>
    <message>
        <source>tracing</source>
        <translation>트레이스 중</translation>
    </message>
    <message>
        <source>compiling</source>
        <translation>컴파일 중</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>{0} … {1:.1f} s</source>
        <translation>{0} … {1:.1f} s</translation>
    </message>
    <message>
        <source>The worker ended ({0}): it was started again.</source>
        <translation>워커가 끝나서({0}) 다시 시작했습니다.</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <extracomment>The type of callbacks that make the bytes of a file.</extracomment>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>파일로 저장</translation>
    </message>
    <message>
        <source>Save as {format}…</source>
        <translation>{format}로 저장…</translation>
    </message>
    <message>
        <source>{path} could not be written ({why}): choose another folder.</source>
        <translation>{path}에 쓸 수 없습니다({why}). 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation>{path}에 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>FirstCallParts</name>
    <message>
        <source>Part</source>
        <extracomment>Pixels: with its title it is no higher than the table beside it on a small screen.</extracomment>
        <translation>부분</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>With ≈: an estimate, derived from other durations</source>
        <translation>≈ 표시: 다른 시간에서 구한 추정값</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Beside the longest part</source>
        <translation>가장 긴 부분과 비교</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>These calls built nothing: only first calls have parts</source>
        <translation>이 호출들은 아무것도 만들지 않았습니다. 첫 호출에만 부분이 있습니다</translation>
    </message>
    <message>
        <source>Parts of first calls</source>
        <translation>첫 호출의 부분</translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>Fewer</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0}개 더</translation>
    </message>
    <message>
        <source>Fold away what makes no difference to the next call</source>
        <translation>다음 호출에 영향이 없는 것을 접습니다</translation>
    </message>
    <message>
        <source>Show what is not read now, or is off</source>
        <translation>지금 읽지 않거나 꺼진 것을 표시합니다</translation>
    </message>
</context>
<context>
    <name>ForecastLine</name>
    <message>
        <source>● the specialization is in memory, or none is needed: the call only runs
○ it is traced and compiled first, or loaded from disk
! the call cannot be made</source>
        <extracomment>A progress bar repaints at once at every value, which takes up to 30 ms. Hollow: must be built or loaded first; filled: ready. Pixels of the progress bar and what is around it. Pixels beside the circle and the sentence. From so many heights of a line on a sentence has two.</extracomment>
        <translation>● 특수화가 메모리에 있거나 필요 없음: 호출은 실행만 합니다
○ 먼저 트레이스하고 컴파일하거나 디스크에서 불러옵니다
! 호출할 수 없습니다</translation>
    </message>
    <message>
        <source>● only runs   ○ is built or loaded first</source>
        <translation>● 실행만   ○ 먼저 만들거나 불러옴</translation>
    </message>
    <message>
        <source>Forecast of the next call</source>
        <translation>다음 호출의 예측</translation>
    </message>
    <message>
        <source>running …</source>
        <translation>실행 중 …</translation>
    </message>
    <message>
        <source>call {0} of {1} · {2}</source>
        <translation>호출 {0}/{1} · {2}</translation>
    </message>
</context>
<context>
    <name>ForecastsDialog</name>
    <message>
        <source>Forecasts of first calls</source>
        <extracomment>First calls that are shown: the record of each is read from disk.</extracomment>
        <translation>첫 호출의 예측</translation>
    </message>
    <message>
        <source>Reading the latest first calls …</source>
        <translation>최근 첫 호출을 읽는 중 …</translation>
    </message>
    <message>
        <source>First calls that were forecast before Run are listed here.</source>
        <translation>실행 전에 예측한 첫 호출이 여기에 나열됩니다.</translation>
    </message>
    <message>
        <source>First calls and their forecasts</source>
        <translation>첫 호출과 그 예측</translation>
    </message>
</context>
<context>
    <name>GenerationPanel</name>
    <message>
        <source>A new seed at random</source>
        <extracomment>Options that are off at first and seldom needed: they are folded away while they are off. The entry of a seed&apos;s second number. Seeds of the dice are short, so that they are easy to write down. Least characters that fit into a number entry; its widest number would need twice as many. As they are typed, the one that is not shown.</extracomment>
        <translation>무작위 새 시드</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>새 시드</translation>
    </message>
    <message>
        <source>Use the model&apos;s own settings</source>
        <translation>모델 자체 설정 사용</translation>
    </message>
    <message>
        <source>words, separated by commas</source>
        <translation>단어, 쉼표로 구분</translation>
    </message>
    <message>
        <source>seed, second number</source>
        <translation>시드, 둘째 수</translation>
    </message>
    <message>
        <source>How the next token is chosen.</source>
        <translation>다음 토큰을 고르는 방법.</translation>
    </message>
    <message>
        <source>Greyed out: {0} does not read it.</source>
        <translation>회색: {0}은(는) 이 값을 읽지 않습니다.</translation>
    </message>
    <message>
        <source>What its publisher chose: {0}</source>
        <translation>배포자가 고른 값: {0}</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Search the terms and what they mean</source>
        <translation>용어와 뜻 검색</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>No term has these words.</source>
        <translation>이 단어가 있는 용어가 없습니다.</translation>
    </message>
</context>
<context>
    <name>HistoryKeeper</name>
    <message>
        <source>another program holds the history</source>
        <extracomment>How long ``add`` waits for the file. A write takes 1 ms, and then the number is the final one. How long after a write that failed it is tried again. How long the end waits for another window; a write gives up after two seconds.</extracomment>
        <translation>다른 프로그램이 기록을 쓰고 있습니다</translation>
    </message>
</context>
<context>
    <name>HistoryPlot</name>
    <message>
        <source>The picture is on the clipboard.</source>
        <extracomment>Left and right of the header, and right of the buttons, together. A plot of fewer lines of text has axes without names, or a header of one line only. The longest text of a tick, and what pyqtgraph puts around it, in pixels. The limits of a log axis, and the least that the mouse zooms to, in decades.</extracomment>
        <translation>그림을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>time (log scale)</source>
        <translation>시간(로그 눈금)</translation>
    </message>
    <message>
        <source>time (linear)</source>
        <translation>시간(선형)</translation>
    </message>
</context>
<context>
    <name>HubDialog</name>
    <message>
        <source>Download from the hub</source>
        <translation>허브에서 다운로드</translation>
    </message>
    <message>
        <source>A model with safetensors weights of a supported family, such as openai-community/gpt2. Nothing of it is run before it is checked.</source>
        <translation>지원하는 계열의 safetensors 가중치가 있는 모델, 예: openai-community/gpt2. 확인하기 전에는 아무것도 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>owner/name</source>
        <translation>소유자/이름</translation>
    </message>
    <message>
        <source>Model of the hub, as owner/name</source>
        <translation>허브 모델, 소유자/이름 형식</translation>
    </message>
    <message>
        <source>The model&apos;s name on the hub, or its page&apos;s address</source>
        <translation>허브에서의 모델 이름 또는 페이지 주소</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>다운로드</translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Speech</source>
        <translation>음성</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
</context>
<context>
    <name>InputsTable</name>
    <message>
        <source>Inputs</source>
        <extracomment>The fields of an input by their columns; the first is its name, which the code has.</extracomment>
        <translation>입력</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>dtype</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>A value is handed on as a Python value; without one the input is a tensor</source>
        <translation>값은 Python 값으로 전달됩니다. 값이 없으면 입력은 텐서입니다</translation>
    </message>
</context>
<context>
    <name>InsidePage</name>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Choose a specialization and press Inside XLA</source>
        <translation>특수화를 선택하고 XLA 내부를 누르세요</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>&amp;Optimized HLO</source>
        <translation>최적화된 HLO(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;StableHLO</source>
        <translation>StableHLO(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>차이(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>프로파일(&amp;P)</translation>
    </message>
    <message>
        <source>{0}: the worker looks inside, {1:,.0f} s so far; calls wait</source>
        <translation>{0}: 워커가 안을 보는 중, 지금까지 {1:,.0f} s. 호출은 기다립니다</translation>
    </message>
    <message>
        <source>no longer in memory · {0}</source>
        <translation>더는 메모리에 없음 · {0}</translation>
    </message>
    <message>
        <source>measuring this machine: calls wait until it is done</source>
        <translation>이 컴퓨터를 측정하는 중: 끝날 때까지 호출이 기다립니다</translation>
    </message>
    <message>
        <source>No call of this specialization is in the history: run one first.</source>
        <translation>이 특수화의 호출이 기록에 없습니다. 먼저 실행하세요.</translation>
    </message>
    <message>
        <source>One more call runs under the profiler …</source>
        <translation>호출을 한 번 더 프로파일러 아래에서 실행합니다 …</translation>
    </message>
    <message>
        <source>{0} is an operation of another program of this call</source>
        <translation>{0}은(는) 이 호출의 다른 프로그램에 있는 연산입니다</translation>
    </message>
    <message>
        <source>compare with …</source>
        <translation>비교 대상 …</translation>
    </message>
    <message>
        <source>Make one more call like the latest one, under TensorFlow&apos;s profiler</source>
        <translation>최근과 같은 호출을 TensorFlow 프로파일러 아래에서 한 번 더 합니다</translation>
    </message>
    <message>
        <source>It is not in memory: run its call first</source>
        <translation>메모리에 없습니다. 먼저 호출을 실행하세요</translation>
    </message>
    <message>
        <source>XLA compiles the other once more …</source>
        <translation>XLA가 다른 쪽을 한 번 더 컴파일합니다 …</translation>
    </message>
</context>
<context>
    <name>Inspections</name>
    <message>
        <source>The worker ended before this was done: ask again.</source>
        <extracomment>Inspections and profiles that are kept; one has about 2 MB of text.</extracomment>
        <translation>끝나기 전에 워커가 끝났습니다. 다시 요청하세요.</translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message>
        <source>Run</source>
        <extracomment>The code is read this long after the last key.</extracomment>
        <translation>실행</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>End the code&apos;s process; what was measured is shown</source>
        <translation>코드의 프로세스를 끝냅니다. 측정한 것은 표시됩니다</translation>
    </message>
    <message>
        <source>Look inside XLA</source>
        <translation>XLA 내부 보기</translation>
    </message>
    <message>
        <source>XLA compiles the function twice more for that</source>
        <translation>그러려면 XLA가 함수를 두 번 더 컴파일합니다</translation>
    </message>
    <message>
        <source>running …</source>
        <translation>실행 중 …</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>시작 중 …</translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation>취소 중 …</translation>
    </message>
    <message>
        <source>Run the function eager, as a graph and compiled by XLA (Ctrl+Enter)</source>
        <translation>함수를 eager, 그래프, XLA 컴파일로 실행합니다(Ctrl+Enter)</translation>
    </message>
    <message>
        <source>A call runs: a run beside it would measure both</source>
        <translation>호출이 실행 중입니다. 옆에서 실행하면 둘 다 영향을 받습니다</translation>
    </message>
    <message>
        <source>steady call {0:,} of {1:,}</source>
        <translation>정상 호출 {0:,}/{1:,}</translation>
    </message>
</context>
<context>
    <name>LabResults</name>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Run shows the function eager, as a graph and compiled by XLA</source>
        <translation>실행하면 함수를 eager, 그래프, XLA 컴파일로 보여 줍니다</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>실행 방식</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>손익분기</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>레이스</translation>
    </message>
    <message>
        <source>Here are the phases of each call, and why it was traced</source>
        <translation>각 호출의 단계와 트레이스한 이유가 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>A Keras model is trained and asked here, jit_compile off and on</source>
        <translation>Keras 모델은 여기서 jit_compile을 끄고 켠 채 학습하고 예측합니다</translation>
    </message>
    <message>
        <source>fit and predict</source>
        <translation>fit과 predict</translation>
    </message>
    <message>
        <source>Inside XLA</source>
        <translation>XLA 내부</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>What the code prints is shown here</source>
        <translation>코드가 출력한 것이 여기에 표시됩니다</translation>
    </message>
    <message>
        <source>Against {0}: {1}</source>
        <translation>{0} 대비: {1}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Check Look inside XLA before a run</source>
        <translation>실행 전에 XLA 내부 보기를 체크하세요</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Operations a run</source>
        <translation>실행당 연산</translation>
    </message>
    <message>
        <source>Traffic a run</source>
        <translation>실행당 트래픽</translation>
    </message>
    <message>
        <source>{0} before this are not kept.</source>
        <translation>이 앞의 {0}은(는) 보관하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>LabRun</name>
    <message>
        <source>The lab could not be started ({0}).</source>
        <extracomment>The process keeps TensorFlow&apos;s import, 400 MB, for this long after a run.</extracomment>
        <translation>실험실을 시작할 수 없습니다({0}).</translation>
    </message>
    <message>
        <source>The lab ended ({0}): run it again, and look into the log.</source>
        <translation>실험실이 끝났습니다({0}). 다시 실행하고 로그를 보세요.</translation>
    </message>
</context>
<context>
    <name>LanesPlot</name>
    <message>
        <source>Latency of each lane</source>
        <extracomment>Pixels of a mark. Room beside the outermost marks, in decades. Height of an interval&apos;s ends, in rows.</extracomment>
        <translation>레인별 지연 시간</translation>
    </message>
    <message>
        <source>Filled: the median of the steady calls, with its 95 % interval. Hollow: the first call, with everything that must be prepared for it.</source>
        <translation>채움: 정상 호출의 중앙값과 95 % 구간. 비움: 준비를 모두 포함한 첫 호출.</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>&amp;Language (언어)</source>
        <translation>&amp;Language (언어)</translation>
    </message>
    <message>
        <source>A recording runs, which would be lost: end it first.</source>
        <translation>녹음 중이며 바꾸면 잃게 됩니다. 먼저 녹음을 끝내십시오.</translation>
    </message>
    <message>
        <source>A model is downloaded: wait for its end, or stop it.</source>
        <translation>모델을 내려받는 중입니다. 끝나기를 기다리거나 중지하십시오.</translation>
    </message>
    <message>
        <source>A warm-up runs: wait for its end, or cancel it.</source>
        <translation>워밍업이 실행 중입니다. 끝나기를 기다리거나 취소하십시오.</translation>
    </message>
</context>
<context>
    <name>LargePage</name>
    <message>
        <source>Back to the former size</source>
        <extracomment>More than any window is high: Qt gives what there is. The largest height of a widget that has no limit. Of Qt&apos;s button that lets a dock float, beside which the one of this module stands.</extracomment>
        <translation>이전 크기로</translation>
    </message>
    <message>
        <source>Fill the middle</source>
        <translation>가운데를 채우기</translation>
    </message>
</context>
<context>
    <name>LatencyPlot</name>
    <message>
        <source>A specialization&apos;s second call is its first point here: run a prompt twice</source>
        <extracomment>More points than this in view, in all, are thinned to extremes, but each series keeps a few. How near the mouse must be to a point, in pixels. Room above and below the points, for the ring around one, in pixels.</extracomment>
        <translation>특수화의 두 번째 호출이 여기의 첫 점입니다. 프롬프트를 두 번 실행하세요</translation>
    </message>
    <message>
        <source>Steady-state latency</source>
        <translation>정상 상태 지연 시간</translation>
    </message>
    <message>
        <source>call</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Last {0}</source>
        <translation>최근 {0}</translation>
    </message>
    <message>
        <source>Take medians and p95 over the last {0} calls of each series, not over all</source>
        <translation>계열마다 전체가 아니라 최근 호출 {0}개로 중앙값과 p95를 구합니다</translation>
    </message>
    <message>
        <source>─ median   ┄ p95 (20 calls or more)</source>
        <translation>─ 중앙값   ┄ p95(호출 20개 이상)</translation>
    </message>
    <message>
        <source>line: median of a stretch of calls   dots: its extremes</source>
        <translation>선: 일부 호출의 중앙값   점: 그 최솟값과 최댓값</translation>
    </message>
    <message>
        <source>─ median   ┄ p95</source>
        <translation>─ 중앙값   ┄ p95</translation>
    </message>
</context>
<context>
    <name>LessonsPage</name>
    <message>
        <source>Lessons</source>
        <extracomment>Widths of the list and of the text at first, in pixels. Around the text, in pixels.</extracomment>
        <translation>레슨</translation>
    </message>
    <message>
        <source>Text of the lesson</source>
        <translation>레슨의 본문</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>The part before</source>
        <translation>앞 부분</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>The next part</source>
        <translation>다음 부분</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Show the settings of this step in the panels, or its file in the lab</source>
        <translation>이 단계의 설정을 패널에, 또는 그 파일을 랩에 보여 줍니다</translation>
    </message>
    <message>
        <source>Set the panels, and make the calls of this step, or run its file in the lab</source>
        <translation>패널을 설정하고 이 단계의 호출을 하거나, 그 파일을 랩에서 실행합니다</translation>
    </message>
    <message>
        <source>A call runs: wait for its end, or cancel it</source>
        <translation>호출이 실행 중입니다. 끝나기를 기다리거나 취소하세요</translation>
    </message>
    <message>
        <source>call {0:,} of {1:,}</source>
        <translation>호출 {0:,}/{1:,}</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>보여 주기</translation>
    </message>
    <message>
        <source>Point at the control that is spoken of</source>
        <translation>말하는 컨트롤을 가리킵니다</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>Put your own settings back into the panels; the lesson waits for you</source>
        <translation>자신의 설정을 패널에 되돌립니다. 레슨은 기다립니다</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 중 {0}</translation>
    </message>
</context>
<context>
    <name>LimitsBox</name>
    <message>
        <source>auto, {0}</source>
        <translation>자동, {0}</translation>
    </message>
    <message>
        <source>Memory budget: a worker that holds more makes room for a new one, and what it had specialized comes back from the store (auto: a quarter of this machine&apos;s)</source>
        <translation>메모리 예산: 이보다 많이 쓰는 워커는 새 워커로 바뀌고, 특수화한 것은 저장소에서 돌아옵니다(자동: 이 컴퓨터의 4분의 1)</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Store limit: past it, what was not used for longest is removed (off: nothing is stored or loaded)</source>
        <translation>저장소 한도: 넘으면 가장 오래 쓰지 않은 것부터 제거합니다(끔: 저장하지도 불러오지도 않음)</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>워커</translation>
    </message>
    <message>
        <source>store</source>
        <translation>저장소</translation>
    </message>
    <message>
        <source>of</source>
        <translation>/</translation>
    </message>
    <message>
        <source>1 entry, {1}</source>
        <translation>항목 1개, {1}</translation>
    </message>
    <message>
        <source>{0} entries, {1}</source>
        <translation>항목 {0}개, {1}</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>from the next start of the program on</source>
        <translation>다음 프로그램 시작부터</translation>
    </message>
</context>
<context>
    <name>LimitsRow</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Time limit: a run that takes longer is ended</source>
        <translation>시간 한도: 더 오래 걸리는 실행은 끝냅니다</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Memory limit: code that asks for more ends with an error at its line</source>
        <translation>메모리 한도: 더 요구하는 코드는 그 행에서 오류로 끝납니다</translation>
    </message>
</context>
<context>
    <name>LooksBar</name>
    <message>
        <source>Compare with</source>
        <extracomment>Characters of what it is compared with that are in sight.</extracomment>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>Another specialization in memory, to show what differs in its program</source>
        <translation>메모리에 있는 다른 특수화와 프로그램의 차이를 봅니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Give it up; if XLA does not end by itself in a second, the worker starts anew</source>
        <translation>그만둡니다. XLA가 1초 안에 스스로 끝나지 않으면 워커를 새로 시작합니다</translation>
    </message>
    <message>
        <source>Measure this machine…</source>
        <translation>이 컴퓨터 측정…</translation>
    </message>
    <message>
        <source>Cancel measuring</source>
        <translation>측정 취소</translation>
    </message>
    <message>
        <source>Measure memory and cores, to say how far calls are from their limits</source>
        <translation>메모리와 코어를 측정해 호출이 한계에서 얼마나 떨어져 있는지 알립니다</translation>
    </message>
    <message>
        <source>A call runs: measuring beside it would be wrong</source>
        <translation>호출이 실행 중입니다. 옆에서 측정하면 틀립니다</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>step</source>
        <translation>단계</translation>
    </message>
</context>
<context>
    <name>MachineRun</name>
    <message>
        <source>Measuring could not be started ({0}).</source>
        <translation>측정을 시작할 수 없습니다({0}).</translation>
    </message>
    <message>
        <source>Nothing was measured: {0}</source>
        <translation>측정하지 못했습니다: {0}</translation>
    </message>
    <message>
        <source>The measurement ended without a word (exit code {0}): see the log.</source>
        <translation>측정이 아무 말 없이 끝났습니다(종료 코드 {0}). 로그를 보세요.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Panels</source>
        <extracomment>Whatever the font, the window fits a screen of 1366×768 at a scale of 150 %. The plots are laid out, drawn and painted in this time. Threads and a worker that start within it take cores and the interpreter from that: 60 to 165 ms without an answer on two busy cores, not 20 to 50.</extracomment>
        <translation>패널(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
</context>
<context>
    <name>MeasureDialog</name>
    <message>
        <source>Measure this machine</source>
        <translation>이 컴퓨터 측정</translation>
    </message>
    <message>
        <source>Measure how fast this machine reads memory and computes?</source>
        <translation>이 컴퓨터가 메모리를 읽고 계산하는 속도를 측정할까요?</translation>
    </message>
    <message>
        <source>It takes some ten seconds. End other programs and make no call meanwhile: what is measured on a busy machine makes every call look closer to its limits.</source>
        <translation>10초쯤 걸립니다. 다른 프로그램을 끝내고 그동안 호출하지 마세요. 바쁜 컴퓨터에서 측정하면 모든 호출이 한계에 더 가까워 보입니다.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
</context>
<context>
    <name>Measurements</name>
    <message>
        <source>A race runs, which has the machine alone: wait for its end.</source>
        <translation>레이스가 컴퓨터를 혼자 쓰고 있습니다. 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>The function lab measures: wait for its end.</source>
        <translation>함수 랩이 재고 있습니다. 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>Claims are repeated with the machine alone: wait for their end.</source>
        <translation>컴퓨터를 혼자 쓰며 주장을 재현하고 있습니다. 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>This machine is measured alone: wait for the end.</source>
        <translation>이 컴퓨터만 따로 측정하는 중입니다. 끝나기를 기다리십시오.</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message>
        <source>Held by</source>
        <extracomment>How long after a change the page shows it: the worker gives a sign of life every second.</extracomment>
        <translation>차지하는 것</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>No worker is running</source>
        <translation>실행 중인 워커가 없습니다</translation>
    </message>
    <message>
        <source>What holds the memory of the worker</source>
        <translation>워커의 메모리를 차지하는 것</translation>
    </message>
    <message>
        <source>growth of the worker in its first call</source>
        <translation>첫 호출에서 워커가 늘어난 크기</translation>
    </message>
    <message>
        <source>not measured: it was built with another program or behind an answer</source>
        <translation>측정하지 않음: 다른 프로그램과 함께 또는 답 뒤에서 만들어짐</translation>
    </message>
    <message>
        <source>TensorFlow, models and everything else</source>
        <translation>TensorFlow, 모델, 그 밖의 모든 것</translation>
    </message>
    <message>
        <source>the worker gave memory back since the first calls</source>
        <translation>첫 호출 뒤로 워커가 메모리를 돌려주었습니다</translation>
    </message>
    <message>
        <source>what the rows above leave</source>
        <translation>위 행들이 남긴 것</translation>
    </message>
</context>
<context>
    <name>MemoryPlot</name>
    <message>
        <source>Memory of the worker over time</source>
        <extracomment>How far from a mark the pointer finds it, in pixels.</extracomment>
        <translation>시간에 따른 워커의 메모리</translation>
    </message>
    <message>
        <source>new specialization: {0}</source>
        <translation>새 특수화: {0}</translation>
    </message>
    <message>
        <source>evicted: {0}</source>
        <translation>내보냄: {0}</translation>
    </message>
    <message>
        <source>model loaded: {0}</source>
        <translation>모델 불러옴: {0}</translation>
    </message>
    <message>
        <source>the worker started</source>
        <translation>워커 시작</translation>
    </message>
    <message>
        <source>after {0}: {1}</source>
        <translation>{0} 뒤: {1}</translation>
    </message>
    <message>
        <source>The memory of the worker stands here once it has started</source>
        <translation>워커가 시작되면 메모리가 여기에 표시됩니다</translation>
    </message>
</context>
<context>
    <name>ModelCombo</name>
    <message>
        <source>Model</source>
        <extracomment>Groups in the order of the list.</extracomment>
        <translation>모델</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>음성</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>{0} s windows</source>
        <translation>{0} s 윈도</translation>
    </message>
    <message>
        <source>{0:,} tokens</source>
        <translation>토큰 {0:,}개</translation>
    </message>
    <message>
        <source>no XLA</source>
        <translation>XLA 없음</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>기본 제공</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>다운로드됨</translation>
    </message>
    <message>
        <source>From the hub</source>
        <translation>허브에서</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>다운로드 가능</translation>
    </message>
</context>
<context>
    <name>ModelFacts</name>
    <message>
        <source>family</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>context</source>
        <translation>문맥</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>XLA</source>
        <translation>XLA</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>no fixed limit</source>
        <translation>고정 한도 없음</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>decoder-only</source>
        <translation>디코더 전용</translation>
    </message>
    <message>
        <source>encoder-decoder</source>
        <translation>인코더-디코더</translation>
    </message>
    <message>
        <source>{0} ({1} as {2})</source>
        <translation>{0}({1}, {2})</translation>
    </message>
    <message>
        <source>{0} layers of {1:,}, vocabulary {2:,}</source>
        <translation>{1:,} 크기 층 {0}개, 어휘 {2:,}</translation>
    </message>
    <message>
        <source>speech, {0} s at a time</source>
        <translation>음성, 한 번에 {0} s</translation>
    </message>
    <message>
        <source>text, chat</source>
        <translation>텍스트, 채팅</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>{0:,} tokens of prompt, {1:,} new</source>
        <translation>프롬프트 토큰 {0:,}개, 새 토큰 {1:,}개</translation>
    </message>
    <message>
        <source>{0:,} tokens</source>
        <translation>토큰 {0:,}개</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>명시되지 않음</translation>
    </message>
    <message>
        <source>supported</source>
        <translation>지원</translation>
    </message>
    <message>
        <source>not supported: eager only</source>
        <translation>지원 안 함: eager만</translation>
    </message>
    <message>
        <source>about {0} to load</source>
        <translation>불러오려면 약 {0}</translation>
    </message>
</context>
<context>
    <name>ModelPanel</name>
    <message>
        <source>Load it all the same</source>
        <translation>그래도 불러오기</translation>
    </message>
    <message>
        <source>The machine may become slow, and end the worker where memory runs out</source>
        <translation>컴퓨터가 느려질 수 있고, 메모리가 모자라면 워커가 끝날 수 있습니다</translation>
    </message>
    <message>
        <source>Open another model (or drop its folder or file on the window)</source>
        <translation>다른 모델 열기(또는 모델의 폴더나 파일을 창에 놓기)</translation>
    </message>
    <message>
        <source>Open another model</source>
        <translation>다른 모델 열기</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Download from the hub…</source>
        <translation>허브에서 다운로드…</translation>
    </message>
    <message>
        <source>Open the folder of a model</source>
        <translation>모델 폴더를 엽니다</translation>
    </message>
    <message>
        <source>Open the file of a model</source>
        <translation>모델 파일을 엽니다</translation>
    </message>
    <message>
        <source>GGUF files (*.gguf)</source>
        <translation>GGUF 파일 (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>{0} is downloaded: choose it in the model panel.</source>
        <translation>{0}을(를) 다운로드했습니다. 모델 패널에서 선택하세요.</translation>
    </message>
    <message>
        <source>{0} is removed: {1} are free again.</source>
        <translation>{0}을(를) 제거했습니다. {1}이(가) 비었습니다.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note on call {0}</source>
        <translation>호출 {0}의 메모</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>The search finds its words; an empty note is removed</source>
        <translation>검색이 이 단어를 찾습니다. 빈 메모는 제거됩니다</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>태그, 쉼표로 구분</translation>
    </message>
    <message>
        <source>The filter finds calls by them: tag=NAME</source>
        <translation>필터가 이것으로 호출을 찾습니다: tag=NAME</translation>
    </message>
    <message>
        <source>There is no note on this call.</source>
        <translation>이 호출에는 메모가 없습니다.</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>Note on this call</source>
        <translation>이 호출의 메모</translation>
    </message>
</context>
<context>
    <name>NoticeBanner</name>
    <message>
        <source>Dismiss</source>
        <extracomment>Long enough to read: a floor, and time for each character (about 15 of them a second).</extracomment>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>알림 닫기</translation>
    </message>
</context>
<context>
    <name>OptionNote</name>
    <message>
        <source>fast</source>
        <translation>fast</translation>
    </message>
    <message>
        <source>Switch the recipe to fast</source>
        <translation>레시피를 fast로 바꿉니다</translation>
    </message>
</context>
<context>
    <name>OutputPanel</name>
    <message>
        <source>Output</source>
        <extracomment>Shortest time between two layouts of a growing text.</extracomment>
        <translation>출력</translation>
    </message>
    <message>
        <source>What the specialization of this call costs</source>
        <translation>이 호출의 특수화에 드는 비용</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>최신</translation>
    </message>
    <message>
        <source>Show the newest call, and those that follow it (Alt+End, or End in the text)</source>
        <translation>최신 호출과 그다음 호출을 표시합니다(Alt+End, 텍스트에서는 End)</translation>
    </message>
    <message>
        <source>Newest call</source>
        <translation>최신 호출</translation>
    </message>
    <message>
        <source>Copy the text of all sequences</source>
        <translation>모든 시퀀스의 텍스트 복사</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>텍스트 복사</translation>
    </message>
    <message>
        <source>Save the probabilities of all tokens as a file</source>
        <translation>모든 토큰의 확률을 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Export probabilities</source>
        <translation>확률 내보내기</translation>
    </message>
    <message>
        <source>This call was cancelled</source>
        <translation>이 호출은 취소되었습니다</translation>
    </message>
    <message>
        <source>If it was running, the worker was started again: specializations that were in its memory only are traced and compiled anew.</source>
        <translation>실행 중이었다면 워커가 다시 시작되었습니다. 워커의 메모리에만 있던 특수화는 새로 트레이스하고 컴파일합니다.</translation>
    </message>
    <message>
        <source>This call failed</source>
        <translation>이 호출은 실패했습니다</translation>
    </message>
    <message>
        <source>{0}. Click to switch the recipe to documented, the guide&apos;s own code: the next Run shows what it takes.</source>
        <translation>{0}. 누르면 레시피를 가이드의 코드인 documented로 바꿉니다. 다음 실행에서 걸리는 시간을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>아직 호출 없음</translation>
    </message>
    <message>
        <source>A first call traces and compiles, which takes seconds.</source>
        <translation>첫 호출은 트레이스하고 컴파일하느라 몇 초가 걸립니다.</translation>
    </message>
    <message>
        <source>Press Run (Ctrl+Enter)</source>
        <translation>실행을 누르세요(Ctrl+Enter)</translation>
    </message>
    <message>
        <source>The first call traces and compiles, which takes seconds. Run again and it takes milliseconds; then change an option and see what compiles anew.</source>
        <translation>첫 호출은 트레이스하고 컴파일하느라 몇 초가 걸립니다. 다시 실행하면 몇 밀리초면 됩니다. 그다음 옵션을 바꾸고 무엇이 다시 컴파일되는지 보세요.</translation>
    </message>
</context>
<context>
    <name>PaddingPanel</name>
    <message>
        <source>Multiple, in tokens</source>
        <translation>배수, 토큰 단위</translation>
    </message>
    <message>
        <source>Fixed length, in tokens</source>
        <translation>고정 길이, 토큰 단위</translation>
    </message>
    <message>
        <source>Capacity, in tokens</source>
        <translation>용량, 토큰 단위</translation>
    </message>
    <message>
        <source>Advise…</source>
        <translation>추천…</translation>
    </message>
    <message>
        <source>pad prompts</source>
        <translation>프롬프트 패딩</translation>
    </message>
    <message>
        <source>side</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>capacity (fast)</source>
        <translation>용량(fast)</translation>
    </message>
    <message>
        <source>not at all</source>
        <extracomment>By the control that says whether the row is read.</extracomment>
        <translation>하지 않음</translation>
    </message>
    <message>
        <source>to the longest</source>
        <translation>가장 긴 것까지</translation>
    </message>
    <message>
        <source>to a multiple of</source>
        <translation>다음의 배수까지</translation>
    </message>
    <message>
        <source>to a power of two</source>
        <translation>2의 거듭제곱까지</translation>
    </message>
    <message>
        <source>to the length</source>
        <translation>다음 길이까지</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>what the model needs</source>
        <translation>모델에 필요한 쪽</translation>
    </message>
    <message>
        <source>left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Where the padding goes</source>
        <translation>패딩을 넣는 쪽</translation>
    </message>
    <message>
        <source>Padding side</source>
        <translation>패딩 방향</translation>
    </message>
    <message>
        <source>A recording has no prompts to pad: each of its windows has one length.</source>
        <translation>녹음에는 패딩할 프롬프트가 없습니다. 윈도마다 길이가 같습니다.</translation>
    </message>
    <message>
        <source>A prompt&apos;s length is live here: the policy is not read.</source>
        <translation>여기서는 프롬프트 길이가 라이브라서 정책을 읽지 않습니다.</translation>
    </message>
    <message>
        <source>Each padded length is a shape of its own, which XLA compiles by itself: a multiple keeps their number small (pad_to_multiple_of).</source>
        <translation>패딩된 길이마다 XLA가 따로 컴파일하는 모양이 됩니다. 배수를 쓰면 그 수가 적게 유지됩니다(pad_to_multiple_of).</translation>
    </message>
    <message>
        <source>Find the policy that a list of prompts costs the least time with</source>
        <translation>프롬프트 목록에 시간이 가장 적게 드는 정책을 찾습니다</translation>
    </message>
    <message>
        <source>Greyed out: under the fast recipe one specialization of a decoder-only model reads prompts of every length. The policy is read under the documented recipe, and for the input of encoder-decoder models.</source>
        <translation>회색: fast 레시피에서는 디코더 전용 모델의 특수화 하나가 모든 길이의 프롬프트를 읽습니다. 정책은 documented 레시피와 인코더-디코더 모델의 입력에서 읽습니다.</translation>
    </message>
    <message>
        <source>Find the capacity that serves a list of prompts</source>
        <translation>프롬프트 목록에 맞는 용량을 찾습니다</translation>
    </message>
    <message>
        <source>Prompt and new tokens of a call may have so many tokens together (in encoder-decoder models the answer alone); one specialization serves every length up to it. A longer call takes the next power of two.</source>
        <translation>한 호출의 프롬프트와 새 토큰을 합한 토큰 수의 상한입니다(인코더-디코더 모델은 답만). 특수화 하나가 그 이하의 모든 길이를 처리합니다. 더 긴 호출은 다음 2의 거듭제곱을 씁니다.</translation>
    </message>
    <message>
        <source>Greyed out: only the fast recipe in the graph and xla arms has a capacity. Other loops are as long as their call.</source>
        <translation>회색: graph와 xla 실행 방식의 fast 레시피에만 용량이 있습니다. 다른 루프는 호출과 같은 길이입니다.</translation>
    </message>
    <message>
        <source>Advise a capacity</source>
        <translation>용량 추천</translation>
    </message>
    <message>
        <source>Advise buckets</source>
        <translation>버킷 추천</translation>
    </message>
</context>
<context>
    <name>ParityStrip</name>
    <message>
        <source>Check against eager</source>
        <translation>eager와 대조</translation>
    </message>
    <message>
        <source>Five seconds after a call, make it once more in the eager arm, and compare the first tokens: in a process of its own, which ends when you press Run</source>
        <translation>호출 5초 뒤에 eager 실행 방식으로 한 번 더 호출해 첫 토큰들을 비교합니다. 별도 프로세스에서 하며 실행을 누르면 끝납니다</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>확인하는 것</translation>
    </message>
    <message>
        <source>checking {0}</source>
        <translation>{0} 확인 중</translation>
    </message>
    <message>
        <source>1 waits</source>
        <translation>1개 대기</translation>
    </message>
    <message>
        <source>{0:,} wait</source>
        <translation>{0:,}개 대기</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Pasted from Python</source>
        <extracomment>Options that are shown at their defaults as well.</extracomment>
        <translation>Python에서 붙여 넣음</translation>
    </message>
    <message>
        <source>Not taken, and why:</source>
        <translation>가져오지 않은 것과 이유:</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Put back every setting that was there before</source>
        <translation>그 전의 모든 설정을 되돌립니다</translation>
    </message>
    <message>
        <source>What was not taken from the code</source>
        <translation>코드에서 가져오지 않은 것</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>1 prompt</source>
        <translation>프롬프트 1개</translation>
    </message>
    <message>
        <source>{0} prompts</source>
        <translation>프롬프트 {0}개</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>녹음</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>호출</translation>
    </message>
</context>
<context>
    <name>PhasesPlot</name>
    <message>
        <source>Each call shows how long its phases took: press Run</source>
        <extracomment>Calls that are read at once, in 15 ms; between two parts the window answers. More calls than this in view are grouped; each also keeps at least so many pixels. Pixels of a mark, as far as there is room. Room above and below the marks, in pixels. With more calls in view no time has room. Of the font&apos;s size.</extracomment>
        <translation>호출마다 단계별로 걸린 시간을 보여 줍니다. 실행을 누르세요</translation>
    </message>
    <message>
        <source>Phases of each call</source>
        <translation>호출별 단계</translation>
    </message>
    <message>
        <source>call</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>call (each place: the slowest of {0} calls)</source>
        <translation>호출(자리마다 호출 {0}개 중 가장 느린 것)</translation>
    </message>
    <message>
        <source>slowest of the calls {0} to {1}</source>
        <translation>호출 {0}~{1} 중 가장 느린 것</translation>
    </message>
    <message>
        <source>its specialization once it only runs: {0}</source>
        <translation>이 특수화가 실행만 할 때: {0}</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>View all calls</source>
        <translation>모든 호출 보기</translation>
    </message>
    <message>
        <source>View the latest calls</source>
        <translation>최근 호출 보기</translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>Linear axis</source>
        <translation>선형 축</translation>
    </message>
    <message>
        <source>Print times where there is room</source>
        <translation>자리가 있으면 시간 표시</translation>
    </message>
    <message>
        <source>Steady state of the last {0} calls</source>
        <translation>최근 호출 {0}개의 정상 상태</translation>
    </message>
    <message>
        <source>Steady state of all calls</source>
        <translation>모든 호출의 정상 상태</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
</context>
<context>
    <name>PrecisionRow</name>
    <message>
        <source>Half the memory; other tokens than float32</source>
        <translation>메모리는 절반, 토큰은 float32와 다를 수 있음</translation>
    </message>
    <message>
        <source>What the guide computes in</source>
        <translation>가이드가 계산하는 정밀도</translation>
    </message>
    <message>
        <source>Precision that the model is computed in</source>
        <translation>모델을 계산하는 정밀도</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
</context>
<context>
    <name>ProfileView</name>
    <message>
        <source>Profile a call</source>
        <extracomment>Operations of the table; the rest took next to nothing.</extracomment>
        <translation>호출 프로파일</translation>
    </message>
    <message>
        <source>Save trace…</source>
        <translation>트레이스 저장…</translation>
    </message>
    <message>
        <source>Save every event as a file that ui.perfetto.dev opens (.json or .json.gz)</source>
        <translation>모든 이벤트를 ui.perfetto.dev가 여는 파일로 저장합니다(.json 또는 .json.gz)</translation>
    </message>
    <message>
        <source>Profile a call shows which operations of XLA&apos;s its time goes to</source>
        <translation>호출 프로파일을 누르면 시간이 XLA의 어느 연산에 쓰이는지 표시합니다</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>연산</translation>
    </message>
    <message>
        <source>Show in the program</source>
        <translation>프로그램에서 보기</translation>
    </message>
    <message>
        <source>one call in {0} under the profiler</source>
        <translation>프로파일러 아래 호출 한 번에 {0}</translation>
    </message>
    <message>
        <source>operations cover {0}</source>
        <translation>연산이 차지하는 시간 {0}</translation>
    </message>
    <message>
        <source>steady median {0}</source>
        <translation>정상 중앙값 {0}</translation>
    </message>
    <message>
        <source>{0:,} shorter operations not shown</source>
        <translation>더 짧은 연산 {0:,}개는 표시하지 않음</translation>
    </message>
    <message>
        <source>Saved {0}: open it in ui.perfetto.dev.</source>
        <translation>{0}에 저장했습니다. ui.perfetto.dev에서 여세요.</translation>
    </message>
</context>
<context>
    <name>ProgramView</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search in the program</source>
        <translation>프로그램에서 검색</translation>
    </message>
    <message>
        <source>Search in the program (/); Enter or F3 finds the next</source>
        <translation>프로그램에서 검색(/), Enter 또는 F3으로 다음 찾기</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>찾지 못함</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>모두 접기</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>모두 펼치기</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>다음 찾기</translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>Prompts, one a line</source>
        <translation>프롬프트, 한 줄에 하나</translation>
    </message>
    <message>
        <source>One prompt a line; several lines are run as one batch.</source>
        <translation>한 줄에 프롬프트 하나. 여러 줄은 한 배치로 실행합니다.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>채팅</translation>
    </message>
    <message>
        <source>Put each prompt into the model&apos;s chat template, as a message of yours</source>
        <translation>프롬프트를 사용자 메시지로 모델의 채팅 템플릿에 넣습니다</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>예시</translation>
    </message>
    <message>
        <source>Replace the prompts with a sample</source>
        <translation>프롬프트를 예시로 바꿉니다</translation>
    </message>
    <message>
        <source>Sample prompts</source>
        <translation>예시 프롬프트</translation>
    </message>
    <message>
        <source>A batch of {0}: {1}</source>
        <translation>{0}개 배치: {1}</translation>
    </message>
    <message>
        <source>Messages to answer, one a line</source>
        <translation>답할 메시지, 한 줄에 하나</translation>
    </message>
    <message>
        <source>Text to continue, one prompt a line</source>
        <translation>이어 쓸 텍스트, 한 줄에 프롬프트 하나</translation>
    </message>
    <message>
        <source>{0} · {1} tokens, padded to {2}</source>
        <translation>{0} · 토큰 {1}개, {2}까지 패딩</translation>
    </message>
    <message>
        <source>{0} · {1} tokens, their number is live</source>
        <translation>{0} · 토큰 {1}개, 길이는 라이브</translation>
    </message>
    <message>
        <source>Not pasted. {0}</source>
        <translation>붙여 넣지 않았습니다. {0}</translation>
    </message>
    <message>
        <source>1 prompt</source>
        <translation>프롬프트 1개</translation>
    </message>
    <message>
        <source>{0} prompts</source>
        <translation>프롬프트 {0}개</translation>
    </message>
</context>
<context>
    <name>PullProcess</name>
    <message>
        <source>The download could not be started ({0}).</source>
        <extracomment>A line longer than this is no message.</extracomment>
        <translation>다운로드를 시작할 수 없습니다({0}).</translation>
    </message>
    <message>
        <source>The download ended without a word (exit code {0}): resume it, it goes on where it was.</source>
        <translation>다운로드가 아무 말 없이 끝났습니다(종료 코드 {0}). 이어받기를 누르면 멈춘 곳부터 계속합니다.</translation>
    </message>
</context>
<context>
    <name>PythonPaste</name>
    <message>
        <source>Not pasted. {0}</source>
        <translation>붙여 넣지 않았습니다. {0}</translation>
    </message>
    <message>
        <source>max_length counts the tokens of the input: max_new_tokens follows soon.</source>
        <translation>max_length는 입력의 토큰을 셉니다. max_new_tokens가 곧 따라옵니다.</translation>
    </message>
</context>
<context>
    <name>RacePage</name>
    <message>
        <source>The first lane that is checked is the baseline</source>
        <translation>체크된 첫 레인이 기준입니다</translation>
    </message>
    <message>
        <source>Steady calls of each lane</source>
        <translation>레인별 정상 호출</translation>
    </message>
    <message>
        <source>{0} calls</source>
        <translation>호출 {0}개</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>레이스</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>End the race; what was measured is shown</source>
        <translation>레이스를 끝냅니다. 측정한 것은 표시됩니다</translation>
    </message>
    <message>
        <source>Race makes the call of the panels on each lane, in turn</source>
        <translation>레이스는 패널의 호출을 레인마다 번갈아 실행합니다</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>손익분기</translation>
    </message>
    <message>
        <source>starting, once the engine is at rest …</source>
        <translation>엔진이 쉬면 시작합니다 …</translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation>취소 중 …</translation>
    </message>
    <message>
        <source>Make the call of the panels on each lane, in a process of its own</source>
        <translation>패널의 호출을 별도 프로세스에서 레인마다 실행합니다</translation>
    </message>
    <message>
        <source>A call runs: a race beside it would measure both</source>
        <translation>호출이 실행 중입니다. 옆에서 레이스를 하면 둘 다 영향을 받습니다</translation>
    </message>
    <message>
        <source>Check a lane first</source>
        <translation>먼저 레인을 체크하세요</translation>
    </message>
    <message>
        <source>{0}: call {1:,} of {2:,}</source>
        <translation>{0}: 호출 {1:,}/{2:,}</translation>
    </message>
    <message>
        <source>, {0:,.0f} s left</source>
        <translation>, {0:,.0f} s 남음</translation>
    </message>
    <message>
        <source>Cancelled before anything was measured.</source>
        <translation>측정하기 전에 취소했습니다.</translation>
    </message>
    <message>
        <source>Cancelled: these are the calls that were made.</source>
        <translation>취소됨: 그때까지 한 호출입니다.</translation>
    </message>
    <message>
        <source>Against {0}: {1}</source>
        <translation>{0} 대비: {1}</translation>
    </message>
</context>
<context>
    <name>RacePlots</name>
    <message>
        <source>Latency</source>
        <extracomment>Narrower than this there is room for one plot at a time, in pixels.</extracomment>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>First and steady calls</source>
        <translation>첫 호출과 정상 호출</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>총 시간</translation>
    </message>
    <message>
        <source>By the number of calls</source>
        <translation>호출 수별</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Here will be the latency of each lane, and from which call on it pays</source>
        <translation>레인마다의 지연 시간과 몇 번째 호출부터 이득인지가 여기에 표시됩니다</translation>
    </message>
</context>
<context>
    <name>RaceRun</name>
    <message>
        <source>The race could not be started ({0}).</source>
        <translation>레이스를 시작할 수 없습니다({0}).</translation>
    </message>
    <message>
        <source>The race ended without a word (exit code {0}): see the log.</source>
        <translation>레이스가 아무 말 없이 끝났습니다(종료 코드 {0}). 로그를 보세요.</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>Nothing can be recorded ({0}).</source>
        <translation>녹음할 수 없습니다({0}).</translation>
    </message>
    <message>
        <source>The recording cannot be written ({0}).</source>
        <translation>녹음을 쓸 수 없습니다({0}).</translation>
    </message>
</context>
<context>
    <name>RemoveMenu</name>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>In use: choose another model first</source>
        <translation>사용 중: 먼저 다른 모델을 선택하세요</translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation>모델 제거</translation>
    </message>
    <message>
        <source>Remove {0} from this machine?</source>
        <translation>이 컴퓨터에서 {0}을(를) 제거할까요?</translation>
    </message>
    <message>
        <source>It can be downloaded or imported again. A file it was imported from stays.</source>
        <translation>다시 다운로드하거나 가져올 수 있습니다. 가져온 원본 파일은 남습니다.</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>eager</source>
        <extracomment>Characters of the forecast for which there is room beside the controls. Of the font&apos;s size. Digits of a number of calls for which there is room: 999999 must not look like 99999.</extracomment>
        <translation>eager</translation>
    </message>
    <message>
        <source>Operation by operation, no graph</source>
        <translation>그래프 없이 연산 하나씩</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>graph</translation>
    </message>
    <message>
        <source>One tf.function</source>
        <translation>tf.function 하나</translation>
    </message>
    <message>
        <source>xla</source>
        <translation>xla</translation>
    </message>
    <message>
        <source>One tf.function, compiled by XLA</source>
        <translation>XLA가 컴파일한 tf.function 하나</translation>
    </message>
    <message>
        <source>Arm: how the call executes</source>
        <translation>실행 방식: 호출을 어떻게 실행하는지</translation>
    </message>
    <message>
        <source>documented</source>
        <translation>documented</translation>
    </message>
    <message>
        <source>The guide&apos;s code, on the model as it was loaded (Whisper, Llama and the first GPT are changed): every option is a constant, each change traces</source>
        <translation>불러온 모델 그대로 가이드의 코드를 씁니다(Whisper, Llama, 첫 GPT는 바뀜): 모든 옵션이 상수라서 바꿀 때마다 트레이스합니다</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>fast</translation>
    </message>
    <message>
        <source>Ours: traced in a fraction of the time; most options change for free</source>
        <translation>우리 루프: 트레이스 시간이 훨씬 짧고, 대부분의 옵션을 바꿔도 비용이 없습니다</translation>
    </message>
    <message>
        <source>Recipe: how specializations are built</source>
        <translation>레시피: 특수화를 만드는 방법</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> 회</translation>
    </message>
    <message>
        <source>How many calls one press of Run makes</source>
        <translation>실행을 한 번 누르면 호출하는 횟수</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>arm</source>
        <translation>실행 방식</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>반복</translation>
    </message>
</context>
<context>
    <name>RunToolBar</name>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
</context>
<context>
    <name>ScoreSwitches</name>
    <message>
        <source>Probabilities</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>after options</source>
        <translation>옵션 적용 후</translation>
    </message>
    <message>
        <source>After penalties, bans, temperature, top_k and the like; otherwise those of the model alone</source>
        <translation>페널티, 금지, temperature, top_k 등을 적용한 뒤의 확률. 아니면 모델만의 확률</translation>
    </message>
    <message>
        <source>Probabilities …</source>
        <translation>확률 …</translation>
    </message>
    <message>
        <source>Shade each token by how likely it was; a token&apos;s tooltip has its rank and what else could have stood there. One compiled pass over the text, after the call and never within its time.</source>
        <translation>토큰마다 확률에 따라 음영을 넣습니다. 토큰의 툴팁에는 순위와 그 자리에 올 수 있던 다른 토큰이 있습니다. 텍스트를 컴파일된 패스로 한 번 읽으며, 호출이 끝난 뒤에 하므로 호출 시간에는 들어가지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>This call has no tokens.</source>
        <extracomment>How long the engine rests before it scores: the next call is planned before. Calls whose scores are kept.</extracomment>
        <translation>이 호출에는 토큰이 없습니다.</translation>
    </message>
    <message>
        <source>This call is of another model: choose it to see probabilities.</source>
        <translation>이 호출은 다른 모델의 것입니다. 확률을 보려면 그 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Computed when the engine is at rest.</source>
        <translation>엔진이 쉴 때 계산합니다.</translation>
    </message>
</context>
<context>
    <name>SecondsPage</name>
    <message>
        <source>this session</source>
        <extracomment>How long after a call the sums are read again: a repeat makes many calls a second. Least height of the table, in pixels: the window must fit a small screen.</extracomment>
        <translation>이 세션</translation>
    </message>
    <message>
        <source>Calls of this window</source>
        <translation>이 창의 호출</translation>
    </message>
    <message>
        <source>all sessions</source>
        <translation>모든 세션</translation>
    </message>
    <message>
        <source>The whole history</source>
        <translation>전체 기록</translation>
    </message>
    <message>
        <source>Which calls</source>
        <translation>대상 호출</translation>
    </message>
    <message>
        <source>Select its calls</source>
        <translation>호출 선택</translation>
    </message>
    <message>
        <source>Select the calls of this row in the table of calls</source>
        <translation>이 행의 호출을 호출 표에서 선택합니다</translation>
    </message>
    <message>
        <source>Parts of call</source>
        <translation>고른 호출의 부분</translation>
    </message>
    <message>
        <source>Break down the call that is chosen in the table of calls, not a row of this</source>
        <translation>이 행이 아니라 호출 표에서 고른 호출을 나눕니다</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Beside the longest row of its kind</source>
        <translation>같은 종류에서 가장 긴 행과 비교</translation>
    </message>
    <message>
        <source>{0:.0%} of the longest row of its kind</source>
        <translation>같은 종류 중 가장 긴 행의 {0:.0%}</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Whether the fast recipe reads what changed as an input</source>
        <translation>바뀐 것을 fast 레시피가 입력으로 읽는지</translation>
    </message>
    <message>
        <source>The seconds of calls are added up here: press Run</source>
        <translation>호출에 걸린 시간이 여기에 더해집니다. 실행을 누르세요</translation>
    </message>
    <message>
        <source>Where the seconds went</source>
        <translation>시간이 어디에 쓰였는지</translation>
    </message>
    <message>
        <source>Call {0}</source>
        <translation>호출 {0}</translation>
    </message>
    <message>
        <source>First calls of: {0}</source>
        <translation>첫 호출: {0}</translation>
    </message>
    <message>
        <source>All first calls</source>
        <translation>모든 첫 호출</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>new because</source>
        <translation>새로 만든 이유</translation>
    </message>
</context>
<context>
    <name>SeriesLegend</name>
    <message>
        <source>Series of the latency plot</source>
        <extracomment>Pixels of a mark, of the room for it, and above and below a row&apos;s text together. Pixels that a label has at least if a readout stands beside it. Part of the plot&apos;s height that the list takes at most.</extracomment>
        <translation>지연 시간 그래프의 계열</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>이것만 표시</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 표시</translation>
    </message>
</context>
<context>
    <name>SeriesRowsModel</name>
    <message>
        <source>hidden</source>
        <extracomment>The role of a whole ``SeriesRow``.</extracomment>
        <translation>숨김</translation>
    </message>
    <message>
        <source>Click: hide or show it. Double-click: show it alone, or all again. Keys: Space and Enter.</source>
        <translation>클릭: 숨기거나 표시. 더블클릭: 이것만 또는 다시 모두 표시. 키: Space와 Enter.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>the settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>호출 1개</translation>
    </message>
    <message>
        <source>{0:,} calls</source>
        <translation>호출 {0:,}개</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 및 </translation>
    </message>
    <message>
        <source>Not saved: {0} ({1}).</source>
        <translation>저장되지 않음: {0}({1}).</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Session</source>
        <extracomment>Most characters of a processor&apos;s name: whoever wrote the file chose it.</extracomment>
        <translation>세션</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>세션 열기</translation>
    </message>
    <message>
        <source>Sessions (*.session)</source>
        <translation>세션 (*.session)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Opening {0} … {1:.0%}</source>
        <translation>{0} 여는 중 … {1:.0%}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Read no further</source>
        <translation>더 읽지 않기</translation>
    </message>
    <message>
        <source>Back to my history</source>
        <translation>내 기록으로 돌아가기</translation>
    </message>
    <message>
        <source>Show the calls of this machine</source>
        <translation>이 컴퓨터의 호출을 표시합니다</translation>
    </message>
    <message>
        <source>Session from {0}, {1}: {2} · {3}, read only</source>
        <translation>{0}의 세션, {1}: {2} · {3}, 읽기 전용</translation>
    </message>
</context>
<context>
    <name>SettingsSaver</name>
    <message>
        <source>The settings cannot be saved ({0}): free some space on the disk.</source>
        <extracomment>How long after a change the settings are saved, further changes included.</extracomment>
        <translation>설정을 저장할 수 없습니다({0}). 디스크 공간을 비우세요.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
</context>
<context>
    <name>SoundButtons</name>
    <message>
        <source>Looking for a microphone …</source>
        <translation>마이크를 찾는 중 …</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>녹음</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>마이크 입력 크기</translation>
    </message>
    <message>
        <source>Recording {0} of {1}</source>
        <translation>{1} 중 {0} 녹음</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>Record from the microphone, at most {0}</source>
        <translation>마이크로 녹음합니다. 최대 {0}</translation>
    </message>
    <message>
        <source>Play the recording</source>
        <translation>녹음을 재생합니다</translation>
    </message>
    <message>
        <source>No loudspeaker was found</source>
        <translation>스피커를 찾지 못했습니다</translation>
    </message>
</context>
<context>
    <name>SpecializationsPage</name>
    <message>
        <source>What was traced and compiled stands here: press Run, or warm up</source>
        <extracomment>Least width of the side beside a narrow table, in pixels; it scrolls if it needs more.</extracomment>
        <translation>트레이스하고 컴파일한 것이 여기에 표시됩니다. 실행하거나 워밍업하세요</translation>
    </message>
    <message>
        <source>Specializations</source>
        <translation>특수화</translation>
    </message>
    <message>
        <source>Inside XLA</source>
        <translation>XLA 내부</translation>
    </message>
    <message>
        <source>Show what XLA made of the selected specialization</source>
        <translation>선택한 특수화로 XLA가 무엇을 만들었는지 표시합니다</translation>
    </message>
    <message>
        <source>Warm up…</source>
        <translation>워밍업…</translation>
    </message>
    <message>
        <source>Prepare some in the background</source>
        <translation>백그라운드에서 미리 준비합니다</translation>
    </message>
    <message>
        <source>Entries…</source>
        <translation>항목…</translation>
    </message>
    <message>
        <source>See everything that is stored</source>
        <translation>저장된 것을 모두 봅니다</translation>
    </message>
    <message>
        <source>Clear store…</source>
        <translation>저장소 비우기…</translation>
    </message>
    <message>
        <source>Remove everything stored</source>
        <translation>저장된 것을 모두 제거합니다</translation>
    </message>
    <message>
        <source>Select its calls</source>
        <translation>호출 선택</translation>
    </message>
    <message>
        <source>Use the settings of its latest call</source>
        <translation>최근 호출의 설정 사용</translation>
    </message>
    <message>
        <source>Run its latest call again</source>
        <translation>최근 호출 다시 실행</translation>
    </message>
    <message>
        <source>Compare: two, or this one and the baseline</source>
        <translation>비교: 둘, 또는 이것과 기준</translation>
    </message>
    <message>
        <source>Pin its latest call as baseline</source>
        <translation>최근 호출을 기준으로 고정</translation>
    </message>
    <message>
        <source>Copy its latest call as Python</source>
        <translation>최근 호출을 Python으로 복사</translation>
    </message>
    <message>
        <source>Copy its latest call as fast_generate</source>
        <translation>최근 호출을 fast_generate로 복사</translation>
    </message>
    <message>
        <source>Note and tags on its latest call…</source>
        <translation>최근 호출의 메모와 태그…</translation>
    </message>
    <message>
        <source>Delete its calls (with undo)</source>
        <translation>호출 삭제(취소 가능)</translation>
    </message>
</context>
<context>
    <name>SpeechChoices</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>The language that is spoken; found once for a recording if it is left free.</source>
        <translation>말하는 언어. 비워 두면 녹음마다 한 번 찾습니다.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Write down what is said, or translate it into English.</source>
        <translation>말한 대로 받아쓰거나 영어로 번역합니다.</translation>
    </message>
    <message>
        <source>{0} (the model&apos;s own)</source>
        <translation>{0}(모델 자체 설정)</translation>
    </message>
    <message>
        <source>find the language</source>
        <translation>언어 찾기</translation>
    </message>
    <message>
        <source>transcribe</source>
        <translation>받아쓰기</translation>
    </message>
    <message>
        <source>Write down what is said.</source>
        <translation>말한 대로 받아씁니다.</translation>
    </message>
    <message>
        <source>translate</source>
        <translation>번역</translation>
    </message>
    <message>
        <source>Write down in English what is said.</source>
        <translation>말한 것을 영어로 씁니다.</translation>
    </message>
</context>
<context>
    <name>SpeechPanel</name>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Open a WAV, FLAC, OGG or MP3 file (or drop it here)</source>
        <translation>WAV, FLAC, OGG, MP3 파일 열기(또는 여기에 놓기)</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예시</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>녹음 열기</translation>
    </message>
    <message>
        <source>Recordings ({0})</source>
        <translation>녹음 ({0})</translation>
    </message>
    <message>
        <source>Recordings that come with the program</source>
        <translation>프로그램에 들어 있는 녹음</translation>
    </message>
    <message>
        <source>This installation has no example recordings</source>
        <translation>이 설치본에는 예시 녹음이 없습니다</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>읽는 중 …</translation>
    </message>
    <message>
        <source>Open, drop or record some speech, or choose an example</source>
        <translation>음성을 열거나, 놓거나, 녹음하거나, 예시를 고르세요</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>표시할 것 없음</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>모노</translation>
    </message>
    <message>
        <source>{0} channels</source>
        <translation>채널 {0}개</translation>
    </message>
    <message>
        <source>channels cancel</source>
        <translation>채널이 서로 상쇄됨</translation>
    </message>
    <message>
        <source>{0} · {1} · {2:,} Hz, {3}</source>
        <translation>{0} · {1} · {2:,} Hz, {3}</translation>
    </message>
    <message>
        <source>{0} · reading …</source>
        <translation>{0} · 읽는 중 …</translation>
    </message>
    <message>
        <source>No recording yet</source>
        <translation>아직 녹음 없음</translation>
    </message>
    <message>
        <source>1 window of {0} s</source>
        <translation>{0} s 윈도 1개</translation>
    </message>
    <message>
        <source>{0} windows of {1} s</source>
        <translation>{1} s 윈도 {0}개</translation>
    </message>
    <message>
        <source>Fixed shape ({0}): length never retraces</source>
        <translation>고정된 모양({0}): 길이 때문에 다시 트레이스하지 않음</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>State of the worker</source>
        <translation>워커 상태</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Start the worker again</source>
        <translation>워커를 다시 시작합니다</translation>
    </message>
    <message>
        <source>Specializations prepared in the background</source>
        <translation>백그라운드에서 준비하는 특수화</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Memory of the worker</source>
        <translation>워커의 메모리</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>TensorFlow version</source>
        <translation>TensorFlow 버전</translation>
    </message>
    <message>
        <source>starting the worker … 100.0 s</source>
        <translation>워커 시작 중 … 100.0 s</translation>
    </message>
    <message>
        <source>no device</source>
        <translation>장치 없음</translation>
    </message>
    <message>
        <source>TensorFlow {0}</source>
        <translation>TensorFlow {0}</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>아직 모델 없음</translation>
    </message>
    <message>
        <source>warming up …</source>
        <translation>워밍업 중 …</translation>
    </message>
    <message>
        <source>warm-up: waits for a measurement</source>
        <translation>워밍업: 측정을 기다림</translation>
    </message>
    <message>
        <source>warming up … {0} of {1}</source>
        <translation>워밍업 중 … {0}/{1}</translation>
    </message>
</context>
<context>
    <name>StoreDialog</name>
    <message>
        <source>Specializations on disk</source>
        <translation>디스크의 특수화</translation>
    </message>
    <message>
        <source>Nothing is stored yet</source>
        <translation>아직 저장된 것이 없습니다</translation>
    </message>
    <message>
        <source>Entries of the store</source>
        <translation>저장소 항목</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>{0:,} in {1}, {2} together</source>
        <translation>{1}에 {0:,}개, 합계 {2}</translation>
    </message>
    <message>
        <source>Specialization</source>
        <translation>특수화</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>First call</source>
        <translation>첫 호출</translation>
    </message>
    <message>
        <source>What tracing and compiling it cost</source>
        <translation>트레이스와 컴파일에 든 시간</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>저장한 때</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>마지막 사용</translation>
    </message>
</context>
<context>
    <name>StrategyChoice</name>
    <message>
        <source>greedy</source>
        <translation>탐욕(greedy)</translation>
    </message>
    <message>
        <source>Always the most likely token.</source>
        <translation>항상 가장 확률이 높은 토큰.</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>샘플링</translation>
    </message>
    <message>
        <source>Draw tokens at random.</source>
        <translation>토큰을 무작위로 뽑습니다.</translation>
    </message>
    <message>
        <source>beam search</source>
        <translation>빔 서치</translation>
    </message>
    <message>
        <source>Keep several candidates, return the most likely.</source>
        <translation>후보 여러 개를 유지하고 가장 확률이 높은 것을 돌려줍니다.</translation>
    </message>
    <message>
        <source>beam sampling</source>
        <translation>빔 샘플링</translation>
    </message>
    <message>
        <source>Keep several candidates, drawn at random.</source>
        <translation>무작위로 뽑은 후보 여러 개를 유지합니다.</translation>
    </message>
    <message>
        <source>contrastive search</source>
        <translation>대조 서치</translation>
    </message>
    <message>
        <source>Likely tokens that do not resemble the text so far.</source>
        <translation>확률이 높으면서 앞의 텍스트와 닮지 않은 토큰.</translation>
    </message>
</context>
<context>
    <name>StreamChoice</name>
    <message>
        <source>off</source>
        <extracomment>New tokens of a block that can be chosen, ``None``: no stream.</extracomment>
        <translation>끔</translation>
    </message>
    <message>
        <source>every token</source>
        <translation>토큰마다</translation>
    </message>
    <message>
        <source>every {0} tokens</source>
        <translation>토큰 {0}개마다</translation>
    </message>
    <message>
        <source>When text appears while a call runs. A call that streams ends between two blocks if it is cancelled, and keeps its text.</source>
        <translation>호출이 실행되는 동안 텍스트가 나타나는 때. 스트리밍하는 호출은 취소하면 블록 사이에서 끝나고 텍스트를 유지합니다.</translation>
    </message>
    <message>
        <source>Greyed out: the documented recipe has its text only at the end.</source>
        <translation>회색: documented 레시피는 끝에서만 텍스트를 냅니다.</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Copy rows</source>
        <extracomment>Room in a row above and below its text, together, in pixels. The column that takes the remaining room; ``None``: the last visible one.</extracomment>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>모든 행 선택</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>들어가는 만큼</translation>
    </message>
</context>
<context>
    <name>TokenLegend</name>
    <message>
        <source>padding</source>
        <extracomment>Chips that are narrowed down to this share of their width lose only their padding. Probabilities of which the legend has a chip.</extracomment>
        <translation>패딩</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새 토큰</translation>
    </message>
    <message>
        <source>end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Legend: the darker or brighter a chip, the likelier its token was</source>
        <translation>범례: 칩이 어둡거나 밝을수록 토큰의 확률이 높았습니다</translation>
    </message>
    <message>
        <source>Legend: padding, prompt, new and end tokens</source>
        <translation>범례: 패딩, 프롬프트, 새 토큰, 끝 토큰</translation>
    </message>
    <message>
        <source>How likely a token was; hollow chips have no probability</source>
        <translation>토큰의 확률. 빈 칩에는 확률이 없습니다</translation>
    </message>
    <message>
        <source>What the chips below are</source>
        <translation>아래 칩이 무엇인지</translation>
    </message>
</context>
<context>
    <name>TokenScores</name>
    <message>
        <source>The prompt was not chosen.</source>
        <translation>프롬프트는 고른 것이 아닙니다.</translation>
    </message>
    <message>
        <source>probability {0} · rank {1:,}</source>
        <translation>확률 {0} · 순위 {1:,}</translation>
    </message>
    <message>
        <source>likeliest: {0}</source>
        <translation>가장 가능성 높은 것: {0}</translation>
    </message>
</context>
<context>
    <name>TokenView</name>
    <message>
        <source>Generated text</source>
        <extracomment>Layout is done in slices, so that 64 sequences of 500 tokens never block the window.</extracomment>
        <translation>생성된 텍스트</translation>
    </message>
    <message>
        <source>pad</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>선택 영역 복사</translation>
    </message>
    <message>
        <source>Copy this text</source>
        <translation>이 텍스트 복사</translation>
    </message>
    <message>
        <source>Copy these token ids</source>
        <translation>이 토큰 ID 복사</translation>
    </message>
    <message>
        <source>Copy probabilities (JSON)</source>
        <translation>확률 복사(JSON)</translation>
    </message>
    <message>
        <source>Copy all text</source>
        <translation>모든 텍스트 복사</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>생성됨</translation>
    </message>
    <message>
        <source>end of text</source>
        <translation>텍스트 끝</translation>
    </message>
    <message>
        <source>token {0}</source>
        <translation>토큰 {0}</translation>
    </message>
    <message>
        <source>tokens {0} to {1}</source>
        <translation>토큰 {0}~{1}</translation>
    </message>
    <message>
        <source>id {0:,} · {1} · {2}</source>
        <translation>ID {0:,} · {1} · {2}</translation>
    </message>
    <message>
        <source>{0} new tokens</source>
        <translation>새 토큰 {0}개</translation>
    </message>
    <message>
        <source>no speech</source>
        <translation>말소리 없음</translation>
    </message>
    <message>
        <source>Window {0} · {1}</source>
        <translation>윈도 {0} · {1}</translation>
    </message>
    <message>
        <source>Prompt {0} · {1}</source>
        <translation>프롬프트 {0} · {1}</translation>
    </message>
    <message>
        <source>Prompt {0}, sequence {1} of {2} · {3}</source>
        <translation>프롬프트 {0}, 시퀀스 {1}/{2} · {3}</translation>
    </message>
</context>
<context>
    <name>TorchPython</name>
    <message>
        <source>Python of PyTorch</source>
        <translation>PyTorch의 Python</translation>
    </message>
    <message>
        <source>The file of a Python that has torch and transformers, for PyTorch&apos;s lanes</source>
        <translation>PyTorch 레인용으로 torch와 transformers가 있는 Python의 파일</translation>
    </message>
    <message>
        <source>Python of PyTorch: this one</source>
        <translation>PyTorch의 Python: 이 프로그램의 것</translation>
    </message>
    <message>
        <source>Python of PyTorch: none</source>
        <translation>PyTorch의 Python: 없음</translation>
    </message>
    <message>
        <source>Choose the Python of PyTorch</source>
        <translation>PyTorch의 Python 선택</translation>
    </message>
    <message>
        <source>PyTorch is not installed: pip install &apos;xla-playground[torch]&apos; brings it, or name a Python that has it below</source>
        <translation>PyTorch가 설치되지 않았습니다: pip install &apos;xla-playground[torch]&apos;로 설치하거나, 아래에서 PyTorch가 있는 Python을 지정하세요</translation>
    </message>
</context>
<context>
    <name>TotalsPlot</name>
    <message>
        <source>Total time by the number of calls</source>
        <extracomment>Room above and below the lines, in decades.</extracomment>
        <translation>호출 수별 총 시간</translation>
    </message>
    <message>
        <source>Time of all calls together, by their number, with the marks of the lanes at the left. A ring: the lane has paid for its first call.</source>
        <translation>모든 호출의 시간 합계를 호출 수에 따라 보여 줍니다. 레인 표시는 왼쪽에 있습니다. 고리: 레인이 첫 호출의 비용을 회수한 곳.</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>호출</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not saved</source>
        <translation>저장되지 않음</translation>
    </message>
    <message>
        <source>Free some space on the disk and try again, or close without saving.</source>
        <translation>디스크 공간을 비우고 다시 시도하거나, 저장하지 않고 닫으세요.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>저장하지 않고 닫기</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>A linear time axis that begins at 0, not a log axis</source>
        <translation>로그 축이 아니라 0에서 시작하는 선형 시간 축</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Keep the latest calls in view, in both plots</source>
        <translation>두 그래프 모두 최근 호출을 계속 보여 줍니다</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞추기</translation>
    </message>
    <message>
        <source>Keep all calls in view, in both plots</source>
        <translation>두 그래프 모두 모든 호출을 계속 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>WarmUpDialog</name>
    <message>
        <source>Warm up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>Prepares specializations of {0} under the fast recipe and stores them, so that their first calls only load. A worker of its own does it where nothing else wants to run: your calls are not delayed.</source>
        <translation>{0}의 특수화를 fast 레시피로 준비해 저장합니다. 그러면 첫 호출은 불러오기만 합니다. 별도의 워커가 다른 일이 없을 때 하므로 호출은 늦어지지 않습니다.</translation>
    </message>
    <message>
        <source>prompts in a call</source>
        <translation>호출당 프롬프트</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>padded length</source>
        <translation>패딩된 길이</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>탐욕(greedy)</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>샘플링</translation>
    </message>
    <message>
        <source>beam search, {0}</source>
        <translation>빔 서치, {0}</translation>
    </message>
    <message>
        <source>beam sampling</source>
        <translation>빔 샘플링</translation>
    </message>
    <message>
        <source>contrastive, top_k {0}</source>
        <translation>대조, top_k {0}</translation>
    </message>
    <message>
        <source>sampling, {0} returned</source>
        <translation>샘플링, {0}개 반환</translation>
    </message>
    <message>
        <source>Choose at least one of each.</source>
        <translation>각각 하나 이상 고르세요.</translation>
    </message>
    <message>
        <source>{0}, stored already.</source>
        <translation>{0}, 이미 저장됨.</translation>
    </message>
    <message>
        <source>{0}, {1:,} stored already: about {2}.</source>
        <translation>{0}, {1:,}개는 이미 저장됨: 약 {2}.</translation>
    </message>
</context>
<context>
    <name>WarmUpStrip</name>
    <message>
        <source>Stop warming up; what was stored stays</source>
        <translation>워밍업을 멈춥니다. 저장된 것은 남습니다</translation>
    </message>
    <message>
        <source>Stop warming up</source>
        <translation>워밍업 멈추기</translation>
    </message>
    <message>
        <source>warming up: starting a worker …</source>
        <translation>워밍업: 워커 시작 중 …</translation>
    </message>
    <message>
        <source>the warm-up waits for the end of a measurement</source>
        <translation>워밍업이 측정이 끝나기를 기다립니다</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 중 {0}</translation>
    </message>
    <message>
        <source>prepared in {0:.1f} s</source>
        <translation>{0:.1f} s 만에 준비됨</translation>
    </message>
    <message>
        <source>was stored</source>
        <translation>저장되어 있었음</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
</context>
<context>
    <name>WarmUps</name>
    <message>
        <source>The store is off: set a limit and start the program again.</source>
        <translation>저장소가 꺼져 있습니다. 한도를 정하고 프로그램을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>One runs already.</source>
        <translation>이미 하나가 실행 중입니다.</translation>
    </message>
    <message>
        <source>Nothing is planned yet: wait for the model, or mend the call.</source>
        <translation>아직 계획된 것이 없습니다. 모델을 기다리거나 호출을 고치세요.</translation>
    </message>
    <message>
        <source>A speech model has one shape: its first call prepares it.</source>
        <translation>음성 모델은 모양이 하나뿐입니다. 첫 호출이 준비합니다.</translation>
    </message>
    <message>
        <source>{0:,} prepared</source>
        <translation>{0:,}개 준비됨</translation>
    </message>
    <message>
        <source>{0:,} stored already</source>
        <translation>{0:,}개 이미 저장됨</translation>
    </message>
    <message>
        <source>{0:,} not prepared</source>
        <translation>{0:,}개 준비 안 됨</translation>
    </message>
    <message>
        <source>nothing prepared</source>
        <translation>준비된 것 없음</translation>
    </message>
    <message>
        <source>Warm-up stopped: {0}.</source>
        <translation>워밍업 멈춤: {0}.</translation>
    </message>
    <message>
        <source>Warmed up: {0}.</source>
        <translation>워밍업 완료: {0}.</translation>
    </message>
</context>
<context>
    <name>_LinesView</name>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>호출(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>모델 폴더 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the folder of a Transformers or CTranslate2 model</source>
        <translation>Transformers 또는 CTranslate2 모델의 폴더를 엽니다</translation>
    </message>
    <message>
        <source>Open model &amp;file…</source>
        <translation>모델 파일 열기(&amp;F)…</translation>
    </message>
    <message>
        <source>Open a GGUF file</source>
        <translation>GGUF 파일을 엽니다</translation>
    </message>
    <message>
        <source>&amp;Download from the hub…</source>
        <translation>허브에서 다운로드(&amp;D)…</translation>
    </message>
    <message>
        <source>Bring a model of the Hugging Face hub to this machine</source>
        <translation>Hugging Face 허브의 모델을 이 컴퓨터로 가져옵니다</translation>
    </message>
    <message>
        <source>Open &amp;recording…</source>
        <translation>녹음 열기(&amp;R)…</translation>
    </message>
    <message>
        <source>Open what a speech model is to transcribe</source>
        <translation>음성 모델이 받아쓸 것을 엽니다</translation>
    </message>
    <message>
        <source>&amp;Clear history…</source>
        <translation>기록 지우기(&amp;C)…</translation>
    </message>
    <message>
        <source>Forget every call</source>
        <translation>모든 호출을 지웁니다</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Paste from Python…</source>
        <translation>Python에서 붙여 넣기(&amp;P)…</translation>
    </message>
    <message>
        <source>Set the panels by copied code: a script with model.generate(…), keyword arguments, or a generation_config.json. Nothing of it is executed.</source>
        <translation>복사한 코드로 패널을 설정합니다: model.generate(…)가 있는 스크립트, 키워드 인수, generation_config.json. 아무것도 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>Make the calls (Ctrl+Enter)</source>
        <translation>호출합니다(Ctrl+Enter)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>Give up the running call (Esc). While it streams it ends after its block: its text and the worker stay. Otherwise the worker is ended and started again.</source>
        <translation>실행 중인 호출을 그만둡니다(Esc). 스트리밍 중이면 블록이 끝난 뒤 멈추며 텍스트와 워커가 남습니다. 그렇지 않으면 워커를 끝내고 다시 시작합니다.</translation>
    </message>
    <message>
        <source>&amp;Warm up…</source>
        <translation>워밍업(&amp;W)…</translation>
    </message>
    <message>
        <source>Prepare specializations in the background</source>
        <translation>백그라운드에서 특수화를 준비합니다</translation>
    </message>
    <message>
        <source>Make this call on several lanes, and see which is faster</source>
        <translation>이 호출을 여러 레인에서 실행해 어느 쪽이 빠른지 봅니다</translation>
    </message>
    <message>
        <source>Re&amp;start the worker</source>
        <translation>워커 다시 시작(&amp;S)</translation>
    </message>
    <message>
        <source>Start the worker again</source>
        <translation>워커를 다시 시작합니다</translation>
    </message>
    <message>
        <source>&amp;Use these settings</source>
        <translation>이 설정 사용(&amp;U)</translation>
    </message>
    <message>
        <source>Put the settings of this call into the form</source>
        <translation>이 호출의 설정을 입력란에 넣습니다</translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <translation>다시 실행(&amp;A)</translation>
    </message>
    <message>
        <source>Put the settings of this call into the form, and press Run</source>
        <translation>이 호출의 설정을 입력란에 넣고 실행을 누릅니다</translation>
    </message>
    <message>
        <source>Copy as &amp;Python</source>
        <translation>Python으로 복사(&amp;P)</translation>
    </message>
    <message>
        <source>Copy a script by plain TensorFlow and Transformers</source>
        <translation>순수 TensorFlow와 Transformers 스크립트를 복사합니다</translation>
    </message>
    <message>
        <source>Copy as &amp;fast_generate</source>
        <translation>fast_generate로 복사(&amp;F)</translation>
    </message>
    <message>
        <source>Copy a script by fast_generate</source>
        <translation>fast_generate 스크립트를 복사합니다</translation>
    </message>
    <message>
        <source>Save as note&amp;book…</source>
        <translation>노트북으로 저장(&amp;B)…</translation>
    </message>
    <message>
        <source>Save the guide&apos;s experiment with the options of this call</source>
        <translation>이 호출의 옵션으로 가이드의 실험을 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>비교(&amp;C)</translation>
    </message>
    <message>
        <source>Compare the two selected calls, or this one and the baseline</source>
        <translation>선택한 두 호출, 또는 이 호출과 기준을 비교합니다</translation>
    </message>
    <message>
        <source>Pin as base&amp;line</source>
        <translation>기준으로 고정(&amp;L)</translation>
    </message>
    <message>
        <source>Compare other calls with this one</source>
        <translation>다른 호출을 이 호출과 비교합니다</translation>
    </message>
    <message>
        <source>R&amp;ace…</source>
        <translation>레이스(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Function lab…</source>
        <translation>함수 실험실(&amp;F)…</translation>
    </message>
    <message>
        <source>Run a function of your own under eager, graph and XLA</source>
        <translation>자신의 함수를 eager, 그래프, XLA로 실행합니다</translation>
    </message>
    <message>
        <source>&amp;Published claims…</source>
        <translation>발표된 주장(&amp;P)…</translation>
    </message>
    <message>
        <source>Repeat published figures here, and compare the ratios</source>
        <translation>발표된 수치를 여기서 재현하고 비율을 비교합니다</translation>
    </message>
    <message>
        <source>&amp;Where its seconds went</source>
        <translation>시간이 쓰인 곳(&amp;W)</translation>
    </message>
    <message>
        <source>Break this first call down into its parts</source>
        <translation>이 첫 호출을 부분으로 나눕니다</translation>
    </message>
    <message>
        <source>&amp;Note and tags…</source>
        <translation>메모와 태그(&amp;N)…</translation>
    </message>
    <message>
        <source>Write a note on this call, and give it tags</source>
        <translation>이 호출에 메모를 쓰고 태그를 붙입니다</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the selected calls</source>
        <translation>선택한 호출을 삭제합니다</translation>
    </message>
    <message>
        <source>Und&amp;o deletion</source>
        <translation>삭제 취소(&amp;O)</translation>
    </message>
    <message>
        <source>Bring back the calls that were deleted last</source>
        <translation>마지막에 삭제한 호출을 되돌립니다</translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation>검색(&amp;S)…</translation>
    </message>
    <message>
        <source>Search and filter the calls</source>
        <translation>호출을 검색하고 거릅니다</translation>
    </message>
    <message>
        <source>Open s&amp;ession…</source>
        <translation>세션 열기(&amp;E)…</translation>
    </message>
    <message>
        <source>Show the calls of a session file, of this machine or another</source>
        <translation>이 컴퓨터나 다른 컴퓨터의 세션 파일에 있는 호출을 표시합니다</translation>
    </message>
    <message>
        <source>Back to my &amp;history</source>
        <translation>내 기록으로 돌아가기(&amp;H)</translation>
    </message>
    <message>
        <source>Show the calls of this machine again</source>
        <translation>이 컴퓨터의 호출을 다시 표시합니다</translation>
    </message>
    <message>
        <source>Sa&amp;ve session…</source>
        <translation>세션 저장(&amp;V)…</translation>
    </message>
    <message>
        <source>Save the selected calls, or all that are shown, for another machine</source>
        <translation>선택한 호출 또는 표시된 모든 호출을 다른 컴퓨터용으로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>보고서(&amp;R)…</translation>
    </message>
    <message>
        <source>Save a report of the selected calls, or of all that are shown</source>
        <translation>선택한 호출 또는 표시된 모든 호출의 보고서를 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Newest call</source>
        <translation>최신 호출(&amp;N)</translation>
    </message>
    <message>
        <source>Show the newest call, and those that follow it</source>
        <translation>최신 호출과 그다음 호출을 표시합니다</translation>
    </message>
    <message>
        <source>Inside &amp;XLA</source>
        <translation>XLA 내부(&amp;X)</translation>
    </message>
    <message>
        <source>Show what XLA made of the selected call&apos;s specialization</source>
        <translation>선택한 호출의 특수화로 XLA가 무엇을 만들었는지 표시합니다</translation>
    </message>
    <message>
        <source>Lar&amp;ge page</source>
        <translation>큰 페이지(&amp;G)</translation>
    </message>
    <message>
        <source>Let a page below fill the middle; Esc leads back</source>
        <translation>아래 페이지가 가운데를 채우게 합니다. Esc로 돌아갑니다</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Larger text, tables and plots</source>
        <translation>텍스트, 표, 그래프를 더 크게</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>Smaller text, tables and plots</source>
        <translation>텍스트, 표, 그래프를 더 작게</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>실제 크기(&amp;A)</translation>
    </message>
    <message>
        <source>Text, tables and plots as large as the rest</source>
        <translation>텍스트, 표, 그래프를 나머지와 같은 크기로</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>시스템 색(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>배치 초기화(&amp;R)</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>모든 패널을 처음 위치로 되돌립니다</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>레슨(&amp;L)</translation>
    </message>
    <message>
        <source>The guide, step by step, in this window</source>
        <translation>이 창에서 한 단계씩 따라가는 가이드</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>둘러보기(&amp;T)</translation>
    </message>
    <message>
        <source>The window in seven steps, under a minute</source>
        <translation>일곱 단계로 보는 창, 1분 안에</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>용어집(&amp;G)</translation>
    </message>
    <message>
        <source>What the terms of this window mean</source>
        <translation>이 창에 나오는 용어의 뜻</translation>
    </message>
    <message>
        <source>What do these &amp;plots mean?</source>
        <translation>그래프는 무엇을 뜻하나요(&amp;P)?</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;What&apos;s This?</source>
        <translation>이것은 무엇인가요(&amp;W)?</translation>
    </message>
    <message>
        <source>The next click on a control says what it does</source>
        <translation>다음에 누르는 컨트롤이 하는 일을 알려 줍니다</translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation>출처(&amp;S)</translation>
    </message>
    <message>
        <source>How good were the &amp;forecasts?</source>
        <translation>예측은 얼마나 맞았나요(&amp;F)?</translation>
    </message>
    <message>
        <source>&amp;About XLA Playground</source>
        <translation>XLA Playground 정보(&amp;A)</translation>
    </message>
</context>
<context>
    <name>docks</name>
    <message>
        <source>Prompt</source>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>생성</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>Specializations</source>
        <translation>특수화</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>레이스</translation>
    </message>
    <message>
        <source>Inside XLA</source>
        <translation>XLA 내부</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>레슨</translation>
    </message>
    <message>
        <source>Function lab</source>
        <translation>함수 실험실</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>주장</translation>
    </message>
</context>
<context>
    <name>dropped_files</name>
    <message>
        <source>{0} and {1:,} more</source>
        <extracomment>Names of a model&apos;s own files: each stands for its folder. Names of files whose text sets options, if they are not a model&apos;s own. The one of a model&apos;s own files that sets options, and does not stand for its folder.</extracomment>
        <translation>{0} 외 {1:,}개</translation>
    </message>
    <message>
        <source>{0} was opened; left out was {1}: drop one at a time.</source>
        <translation>{0}을(를) 열었습니다. 제외: {1}. 하나씩 놓으세요.</translation>
    </message>
</context>
<context>
    <name>inside_figures</name>
    <message>
        <source>Computations</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>명령어</translation>
    </message>
    <message>
        <source>Fusions</source>
        <translation>퓨전</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>내적</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>루프</translation>
    </message>
    <message>
        <source>Conditionals</source>
        <translation>조건문</translation>
    </message>
    <message>
        <source>Custom calls</source>
        <translation>커스텀 호출</translation>
    </message>
    <message>
        <source>Constants</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>Constants take</source>
        <translation>상수 크기</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>최대 메모리</translation>
    </message>
    <message>
        <source>Operations a token</source>
        <translation>토큰당 연산</translation>
    </message>
    <message>
        <source>Traffic a token</source>
        <translation>토큰당 트래픽</translation>
    </message>
    <message>
        <source>Weights a token reads</source>
        <translation>토큰당 읽는 가중치</translation>
    </message>
    <message>
        <source>ms a token</source>
        <translation>토큰당 ms</translation>
    </message>
    <message>
        <source>of it parameters</source>
        <extracomment>XLA&apos;s own assignment of memory, by the kind of a buffer.</extracomment>
        <translation>그중 매개변수</translation>
    </message>
    <message>
        <source>of it constants</source>
        <translation>그중 상수</translation>
    </message>
    <message>
        <source>of it results</source>
        <translation>그중 결과</translation>
    </message>
    <message>
        <source>of it temporary</source>
        <translation>그중 임시</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source> (note that {settings})</source>
        <comment>noted</comment>
        <translation> (참고: {settings})</translation>
    </message>
    <message>
        <source> The model takes no more.</source>
        <comment>no_larger_capacity</comment>
        <translation> 모델이 더 받지 않습니다.</translation>
    </message>
    <message>
        <source> With {capacity:,} it would be {compiles}.</source>
        <comment>with_default_capacity</comment>
        <translation> {capacity:,}이면 {compiles}입니다.</translation>
    </message>
    <message>
        <source> while {phase}</source>
        <comment>while_in_phase</comment>
        <translation> ({phase} 중)</translation>
    </message>
    <message>
        <source> {capacity:,} would hold {size} more, which is read at each new token: {duration}.</source>
        <comment>larger_capacity</comment>
        <translation> {capacity:,}은(는) {size}를 더 차지하고, 새 토큰마다 읽습니다: {duration}.</translation>
    </message>
    <message>
        <source>, about {duration}</source>
        <comment>about</comment>
        <translation>, 약 {duration}</translation>
    </message>
    <message>
        <source>, because {reason}</source>
        <comment>because</comment>
        <translation>, 이유: {reason}</translation>
    </message>
    <message>
        <source>, last time {duration}</source>
        <comment>last_time</comment>
        <translation>, 지난번 {duration}</translation>
    </message>
    <message>
        <source>, perhaps {range}</source>
        <comment>perhaps</comment>
        <translation>, 아마 {range}</translation>
    </message>
    <message>
        <source>--out takes the trace of a profile: add --profile.</source>
        <comment>out_without_profile</comment>
        <translation>--out은 프로파일의 트레이스를 받습니다. --profile을 추가하세요.</translation>
    </message>
    <message>
        <source>--profile has neither --against nor --text: leave them out, or run it apart.</source>
        <comment>profile_alone</comment>
        <translation>--profile에는 --against도 --text도 없습니다. 빼거나 따로 실행하세요.</translation>
    </message>
    <message>
        <source>--ui-language must be {known}, not {given}.</source>
        <comment>no_ui_language</comment>
        <translation>--ui-language는 {given}이(가) 아니라 {known}이어야 합니다.</translation>
    </message>
    <message>
        <source>; it last said: {line}</source>
        <comment>last_words</comment>
        <translation>; 마지막 출력: {line}</translation>
    </message>
    <message>
        <source>; note that {settings}</source>
        <comment>also_noted</comment>
        <translation>; 참고: {settings}</translation>
    </message>
    <message>
        <source>A decoder-only model continues the last token of its input, so padding must stand on the left.</source>
        <comment>pad_on_the_left</comment>
        <translation>디코더 전용 모델은 입력의 마지막 토큰을 이어 쓰므로 패딩은 왼쪽에 있어야 합니다.</translation>
    </message>
    <message>
        <source>A filter is for a report: choose a call by --call.</source>
        <comment>filter_without_report</comment>
        <translation>필터는 보고서용입니다. --call로 호출을 고르세요.</translation>
    </message>
    <message>
        <source>A first call against the next one, beams of 2</source>
        <comment>claim_guide_first</comment>
        <translation>첫 호출과 다음 호출, 빔 2개</translation>
    </message>
    <message>
        <source>A first call is the work of Python and of the compiler, which depends on the processor, and a steady one is the work of the model: here {model} on {device}, there {theirs} on {their_device}.</source>
        <comment>reason_of_first</comment>
        <translation>첫 호출은 프로세서에 좌우되는 Python과 컴파일러의 일이고, 정상 호출은 모델의 일입니다. 여기는 {device}의 {model}, 그쪽은 {their_device}의 {theirs}입니다.</translation>
    </message>
    <message>
        <source>A forward pass, eager against XLA</source>
        <comment>claim_forward</comment>
        <translation>순전파 한 번, eager와 XLA</translation>
    </message>
    <message>
        <source>A forward pass, the first call of XLA against the next one</source>
        <comment>claim_forward_first</comment>
        <translation>순전파 한 번, XLA의 첫 호출과 다음 호출</translation>
    </message>
    <message>
        <source>A list in the code has more than {most:,} values: copy only the call and its prompts.</source>
        <comment>list_too_long</comment>
        <translation>코드의 목록에 값이 {most:,}개보다 많습니다. 호출과 프롬프트만 복사하세요.</translation>
    </message>
    <message>
        <source>A new option against a padded call that only runs</source>
        <comment>claim_new_option</comment>
        <translation>새 옵션과 실행만 하는 패딩된 호출</translation>
    </message>
    <message>
        <source>A prompt has {tokens:,} tokens, more than the {limit:,} that the model takes here: shorten it.</source>
        <comment>prompt_above_limit</comment>
        <translation>한 프롬프트의 토큰이 {tokens:,}개로, 모델이 여기서 받는 {limit:,}개보다 많습니다. 줄이세요.</translation>
    </message>
    <message>
        <source>A prompt has {tokens} tokens, more than the fixed length of {length}: raise the length or shorten the prompt.</source>
        <comment>above_fixed_length</comment>
        <translation>한 프롬프트의 토큰이 {tokens}개로, 고정 길이 {length}보다 많습니다. 길이를 늘리거나 프롬프트를 줄이세요.</translation>
    </message>
    <message>
        <source>A prompt of {prompt:,} tokens and {tokens:,} new ones pass the sliding window of {window:,} tokens that {family} should attend to, which TensorFlow does not compute: {advice}.</source>
        <comment>past_the_window</comment>
        <translation>프롬프트 토큰 {prompt:,}개와 새 토큰 {tokens:,}개가 {family}이(가) 보아야 할 슬라이딩 윈도 {window:,}개를 넘는데, TensorFlow는 이를 계산하지 않습니다: {advice}.</translation>
    </message>
    <message>
        <source>A quote is not closed in {given}: close it.</source>
        <comment>quote_not_closed</comment>
        <translation>{given}에서 따옴표가 닫히지 않았습니다. 닫으세요.</translation>
    </message>
    <message>
        <source>A report is of a session: choose calls by --filter call=5-9.</source>
        <comment>report_of_a_call</comment>
        <translation>보고서는 세션의 것입니다. --filter call=5-9로 호출을 고르세요.</translation>
    </message>
    <message>
        <source>A small function, the first call against the same</source>
        <comment>claim_key_first</comment>
        <translation>작은 함수, 첫 호출과 같은 호출</translation>
    </message>
    <message>
        <source>A speech model has no chat template: switch Chat off.</source>
        <comment>speech_with_chat</comment>
        <translation>음성 모델에는 채팅 템플릿이 없습니다. 채팅을 끄세요.</translation>
    </message>
    <message>
        <source>A speech model has one shape: its first call prepares it.</source>
        <comment>one_shape</comment>
        <translation>음성 모델은 모양이 하나뿐입니다. 첫 호출이 준비합니다.</translation>
    </message>
    <message>
        <source>Above 0 longer beams score better, below 0 shorter ones.</source>
        <comment>about_length_penalty</comment>
        <translation>0보다 크면 긴 빔이, 작으면 짧은 빔이 점수가 높습니다.</translation>
    </message>
    <message>
        <source>Above 1, tokens already in the text become less likely (1: off).</source>
        <comment>about_repetition_penalty</comment>
        <translation>1보다 크면 이미 나온 토큰의 확률이 낮아집니다(1: 끔).</translation>
    </message>
    <message>
        <source>Another program holds the history: calls are kept in memory and written when it is free.</source>
        <comment>history_held</comment>
        <translation>다른 프로그램이 기록을 쓰고 있습니다. 호출은 메모리에 두었다가 비면 씁니다.</translation>
    </message>
    <message>
        <source>Another prompt of the same padded length against the one before</source>
        <comment>claim_guide_other</comment>
        <translation>앞과 같은 길이로 패딩된 다른 프롬프트</translation>
    </message>
    <message>
        <source>Another unpadded length against a padded call that only runs</source>
        <comment>claim_other_length</comment>
        <translation>패딩하지 않은 다른 길이와 실행만 하는 패딩된 호출</translation>
    </message>
    <message>
        <source>At 0 contrastive search is greedy search: choose greedy.</source>
        <comment>greedy_for_no_penalty</comment>
        <translation>0이면 대조 서치는 탐욕 서치와 같습니다. greedy를 고르세요.</translation>
    </message>
    <message>
        <source>Call {call} ended before its input was read: copy another one.</source>
        <comment>input_not_read</comment>
        <translation>호출 {call}은(는) 입력을 읽기 전에 끝났습니다. 다른 호출을 복사하세요.</translation>
    </message>
    <message>
        <source>Call {call} is not in the history any more.</source>
        <comment>call_gone</comment>
        <translation>호출 {call}은(는) 더는 기록에 없습니다.</translation>
    </message>
    <message>
        <source>Call {call} is not in the history.</source>
        <comment>no_such_call</comment>
        <translation>호출 {call}은(는) 기록에 없습니다.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <comment>cancelled</comment>
        <translation>취소됨.</translation>
    </message>
    <message>
        <source>Cancelled: ask again to look inside.</source>
        <comment>look_cancelled</comment>
        <translation>취소됨: 안을 보려면 다시 요청하세요.</translation>
    </message>
    <message>
        <source>Choose a capacity of {capacity:,}: it serves</source>
        <comment>choose_capacity</comment>
        <translation>용량 {capacity:,}을(를) 고르세요. 처리하는 것:</translation>
    </message>
    <message>
        <source>Contrastive search: how much a token that resembles the context is penalized.</source>
        <comment>about_penalty_alpha</comment>
        <translation>대조 서치: 문맥과 닮은 토큰에 얼마나 페널티를 주는지.</translation>
    </message>
    <message>
        <source>Cut at the limit of {tokens:,} new tokens in {windows}: words may be missing there.</source>
        <comment>cut_at_limit</comment>
        <translation>{windows}에서 새 토큰 {tokens:,}개 한도에 걸려 잘렸습니다. 거기서 단어가 빠졌을 수 있습니다.</translation>
    </message>
    <message>
        <source>Divides the logits: below 1 the likely tokens gain, above 1 the unlikely ones.</source>
        <comment>about_temperature</comment>
        <translation>로짓을 나눕니다. 1보다 작으면 가능성 높은 토큰이, 크면 낮은 토큰이 유리해집니다.</translation>
    </message>
    <message>
        <source>Drop tokens less likely than this times the likeliest (0: keep all; fast recipe only).</source>
        <comment>about_min_p</comment>
        <translation>가장 가능성 높은 토큰의 이 배수보다 낮은 토큰을 버립니다(0: 모두 유지, fast 레시피만).</translation>
    </message>
    <message>
        <source>Eager pays for the start of each operation, whatever the operation does. The larger the operations, the less of it XLA can save: here {model} on {device}, there {theirs} on {their_device}.</source>
        <comment>reason_of_eager</comment>
        <translation>eager는 연산이 무엇을 하든 연산마다 시작 비용을 냅니다. 연산이 클수록 XLA가 줄일 수 있는 것이 적습니다. 여기는 {device}의 {model}, 그쪽은 {their_device}의 {theirs}입니다.</translation>
    </message>
    <message>
        <source>End a text at the first token with which what was generated contains one of these (fast recipe only).</source>
        <comment>about_stop_strings</comment>
        <translation>생성된 것에 이 중 하나가 처음 들어가는 토큰에서 텍스트를 끝냅니다(fast 레시피만).</translation>
    </message>
    <message>
        <source>Everything is as at the first start: the old files are kept as {files}.</source>
        <comment>first_start</comment>
        <translation>모두 처음 시작할 때와 같습니다. 옛 파일은 {files}(으)로 남아 있습니다.</translation>
    </message>
    <message>
        <source>Faster Text Generation with TensorFlow and XLA, RTX 3090</source>
        <comment>source_post</comment>
        <translation>Faster Text Generation with TensorFlow and XLA, RTX 3090</translation>
    </message>
    <message>
        <source>First call of {arm}: {forecast}.</source>
        <comment>lab_forecast</comment>
        <translation>{arm}의 첫 호출: {forecast}.</translation>
    </message>
    <message>
        <source>For always the most likely token choose greedy.</source>
        <comment>greedy_for_cold</comment>
        <translation>항상 가장 가능성 높은 토큰을 원하면 greedy를 고르세요.</translation>
    </message>
    <message>
        <source>For the likeliest token alone choose greedy.</source>
        <comment>greedy_for_likeliest</comment>
        <translation>가장 가능성 높은 토큰만 원하면 greedy를 고르세요.</translation>
    </message>
    <message>
        <source>Give either --pad-to-multiple-of or --padding-length, not both.</source>
        <comment>two_paddings</comment>
        <translation>--pad-to-multiple-of와 --padding-length 중 하나만 주세요.</translation>
    </message>
    <message>
        <source>Give prompts or an audio file, not both: no model here takes the two.</source>
        <comment>prompts_and_audio</comment>
        <translation>프롬프트와 오디오 파일 중 하나만 주세요. 둘을 함께 받는 모델은 없습니다.</translation>
    </message>
    <message>
        <source>Go on after the model&apos;s end-of-text token, always to the full number of new tokens.</source>
        <comment>about_ignore_eos</comment>
        <translation>모델의 끝 토큰을 지나서도 항상 새 토큰 수를 다 채웁니다.</translation>
    </message>
    <message>
        <source>How many candidate continuations each prompt keeps.</source>
        <comment>about_num_beams</comment>
        <translation>프롬프트마다 유지하는 후보의 수.</translation>
    </message>
    <message>
        <source>How many continuations of each prompt to return.</source>
        <comment>about_num_return_sequences</comment>
        <translation>프롬프트마다 돌려줄 이어 쓰기의 수.</translation>
    </message>
    <message>
        <source>How many tokens to generate at the most (speech: as many as the decoder holds).</source>
        <comment>about_max_new_tokens</comment>
        <translation>생성할 최대 토큰 수(음성: 디코더가 담는 만큼).</translation>
    </message>
    <message>
        <source>Keep only this many of the likeliest tokens (0: keep all; contrastive: candidates).</source>
        <comment>about_top_k</comment>
        <translation>가장 가능성 높은 토큰을 이 수만큼만 유지합니다(0: 모두 유지, 대조 서치: 후보 수).</translation>
    </message>
    <message>
        <source>Keep the likeliest tokens whose probabilities sum to this (1: keep all).</source>
        <comment>about_top_p</comment>
        <translation>확률의 합이 이 값이 될 때까지 가능성 높은 토큰을 유지합니다(1: 모두 유지).</translation>
    </message>
    <message>
        <source>Keep the tokens whose surprise is nearest to the expected one, until their probabilities sum to this (1: keep all; fast recipe only).</source>
        <comment>about_typical_p</comment>
        <translation>놀라움이 기댓값에 가장 가까운 토큰부터 확률의 합이 이 값이 될 때까지 유지합니다(1: 모두 유지, fast 레시피만).</translation>
    </message>
    <message>
        <source>Language and task are of speech: leave them out, or give an audio file.</source>
        <comment>language_without_audio</comment>
        <translation>언어와 작업은 음성용입니다. 빼거나 오디오 파일을 주세요.</translation>
    </message>
    <message>
        <source>Let no text end before it has this many new tokens (0: off; fast recipe only).</source>
        <comment>about_min_new_tokens</comment>
        <translation>새 토큰이 이만큼 되기 전에는 텍스트를 끝내지 않습니다(0: 끔, fast 레시피만).</translation>
    </message>
    <message>
        <source>Line {line} is neither Python nor JSON ({why}): copy whole statements.</source>
        <comment>not_python</comment>
        <translation>{line}행은 Python도 JSON도 아닙니다({why}). 문장 전체를 복사하세요.</translation>
    </message>
    <message>
        <source>Line {line} is not a step: it must be an object.</source>
        <comment>step_no_object</comment>
        <translation>{line}행은 단계가 아닙니다. 객체여야 합니다.</translation>
    </message>
    <message>
        <source>Line {line}, prompts: give prompt or prompts, not both.</source>
        <comment>step_prompts</comment>
        <translation>{line}행, prompts: prompt와 prompts 중 하나만 주세요.</translation>
    </message>
    <message>
        <source>Line {line}, {field}: a step has &quot;prompt&quot; or &quot;prompts&quot;, &quot;options&quot; and &quot;recipe&quot;.</source>
        <comment>step_field</comment>
        <translation>{line}행, {field}: 단계에는 &quot;prompt&quot; 또는 &quot;prompts&quot;, &quot;options&quot;, &quot;recipe&quot;가 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}, {field}: it must be text.</source>
        <comment>step_text</comment>
        <translation>{line}행, {field}: 텍스트여야 합니다.</translation>
    </message>
    <message>
        <source>Line {line}, {field}: {problem}</source>
        <comment>step_problem</comment>
        <translation>{line}행, {field}: {problem}</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <comment>at_line</comment>
        <translation>{line}행: {what}</translation>
    </message>
    <message>
        <source>Name one lesson, or give --all: `lessons list` shows their names.</source>
        <comment>lesson_or_all</comment>
        <translation>레슨 하나의 이름이나 --all을 주세요. 이름은 `lessons list`에 있습니다.</translation>
    </message>
    <message>
        <source>No call fits, so there is nothing to report.</source>
        <comment>nothing_to_report</comment>
        <translation>맞는 호출이 없어서 보고할 것이 없습니다.</translation>
    </message>
    <message>
        <source>No call fits, so there is nothing to save.</source>
        <comment>nothing_to_save</comment>
        <translation>맞는 호출이 없어서 저장할 것이 없습니다.</translation>
    </message>
    <message>
        <source>No first call was forecast yet.</source>
        <comment>no_forecasts_yet</comment>
        <translation>아직 예측한 첫 호출이 없습니다.</translation>
    </message>
    <message>
        <source>No microphone was found: connect one, then start again.</source>
        <comment>no_microphone</comment>
        <translation>마이크를 찾지 못했습니다. 연결한 뒤 다시 시작하세요.</translation>
    </message>
    <message>
        <source>No run of this many tokens comes twice (0: off; fast recipe only).</source>
        <comment>about_no_repeat_ngram_size</comment>
        <translation>이만큼 이어진 토큰이 두 번 나오지 않습니다(0: 끔, fast 레시피만).</translation>
    </message>
    <message>
        <source>No script is compared with {lane}: copies are of the documented lanes and of xla-fast.</source>
        <comment>no_script_of_lane</comment>
        <translation>{lane}와(과) 비교할 스크립트가 없습니다. 복사본은 documented 레인과 xla-fast의 것입니다.</translation>
    </message>
    <message>
        <source>No speech in {windows}: left out of the transcript.</source>
        <comment>no_speech</comment>
        <translation>{windows}에 음성이 없어 받아쓰기에서 제외했습니다.</translation>
    </message>
    <message>
        <source>No tf.function can hold upstream&apos;s code for it</source>
        <comment>ngrams_not_traced</comment>
        <translation>어떤 tf.function도 원본 코드를 담지 못합니다</translation>
    </message>
    <message>
        <source>Nobody can be asked: add --yes to remove {model}.</source>
        <comment>nobody_to_ask</comment>
        <translation>물어볼 수 없습니다. {model}을(를) 제거하려면 --yes를 붙이세요.</translation>
    </message>
    <message>
        <source>Not checked against eager, which failed: {why}</source>
        <comment>parity_failed</comment>
        <translation>eager가 실패해 대조하지 않았습니다: {why}</translation>
    </message>
    <message>
        <source>Not checked against eager: {why}.</source>
        <comment>parity_unchecked</comment>
        <translation>eager와 대조하지 않음: {why}.</translation>
    </message>
    <message>
        <source>Not measured. {why}</source>
        <comment>experiment_failed</comment>
        <translation>측정하지 않음. {why}</translation>
    </message>
    <message>
        <source>Not measured. {why}</source>
        <comment>reason_of_torch</comment>
        <translation>측정하지 않음. {why}</translation>
    </message>
    <message>
        <source>Nothing was measured within the {phase} of these calls: TensorFlow reported no parts, or an earlier version recorded them.</source>
        <comment>no_parts_of_phase</comment>
        <translation>이 호출들의 {phase} 안에서는 아무것도 측정하지 않았습니다. TensorFlow가 부분을 보고하지 않았거나 이전 버전이 기록했습니다.</translation>
    </message>
    <message>
        <source>One more call of generate: the last one was taken.</source>
        <comment>calls_left_out</comment>
        <translation>generate 호출이 하나 더 있습니다. 마지막 것을 가져왔습니다.</translation>
    </message>
    <message>
        <source>Only the messages of the user were taken: a chat here is one message and its answer.</source>
        <comment>messages_not_taken</comment>
        <translation>사용자의 메시지만 가져왔습니다. 여기서 채팅은 메시지 하나와 그 답입니다.</translation>
    </message>
    <message>
        <source>Pad {policy}: {compiles} and {padding} in {calls}, about {duration} {basis}; no policy needs fewer compiles for less padding.</source>
        <comment>pad_and_no_fewer</comment>
        <translation>패딩 {policy}: {calls}에 {compiles}, {padding}, 약 {duration} {basis}. 더 적은 패딩으로 컴파일을 줄이는 정책은 없습니다.</translation>
    </message>
    <message>
        <source>Pad {policy}: {compiles} and {padding} in {calls}, about {duration} {basis}; without buckets it would be {more_compiles} and about {more_duration}.</source>
        <comment>pad_or_without_buckets</comment>
        <translation>패딩 {policy}: {calls}에 {compiles}, {padding}, 약 {duration} {basis}. 버킷이 없으면 {more_compiles}, 약 {more_duration}입니다.</translation>
    </message>
    <message>
        <source>Padded prompts: the first call against the second one</source>
        <comment>claim_padded</comment>
        <translation>패딩된 프롬프트: 첫 호출과 두 번째 호출</translation>
    </message>
    <message>
        <source>Probably no speech in {windows}: marked {mark} in the transcript.</source>
        <comment>maybe_no_speech</comment>
        <translation>{windows}에는 아마 음성이 없습니다. 받아쓰기에 {mark}(으)로 표시했습니다.</translation>
    </message>
    <message>
        <source>Prompt {number} has no token: give it one, or leave it out.</source>
        <comment>prompt_without_token</comment>
        <translation>프롬프트 {number}에 토큰이 없습니다. 넣거나 빼세요.</translation>
    </message>
    <message>
        <source>Prompt {number}</source>
        <comment>prompt_number</comment>
        <translation>프롬프트 {number}</translation>
    </message>
    <message>
        <source>Published: {one} against {other}, {ratio} times ({source})</source>
        <comment>published</comment>
        <translation>발표된 값: {one} 대 {other}, {ratio}배({source})</translation>
    </message>
    <message>
        <source>PyTorch&apos;s lanes read prompts, not audio.</source>
        <comment>lane_reads_prompts</comment>
        <translation>PyTorch 레인은 오디오가 아니라 프롬프트를 읽습니다.</translation>
    </message>
    <message>
        <source>PyTorch&apos;s lanes take no {name}: leave it empty.</source>
        <comment>lane_takes_no</comment>
        <translation>PyTorch 레인은 {name}을(를) 받지 않습니다. 비워 두세요.</translation>
    </message>
    <message>
        <source>Python runs without docstrings (PYTHONOPTIMIZE=2 or -OO), which Transformers needs: leave that out, or run the engine in its own process (without --in-process).</source>
        <comment>no_docstrings</comment>
        <translation>Python이 docstring 없이 실행 중인데(PYTHONOPTIMIZE=2 또는 -OO) Transformers에는 필요합니다. 그 설정을 빼거나, 엔진을 별도 프로세스에서 실행하세요(--in-process 없이).</translation>
    </message>
    <message>
        <source>Recording needs PortAudio: apt-get install libportaudio2, then start again.</source>
        <comment>no_portaudio</comment>
        <translation>녹음하려면 PortAudio가 필요합니다. apt-get install libportaudio2 후 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Recording needs sounddevice: pip install sounddevice.</source>
        <comment>no_sounddevice</comment>
        <translation>녹음하려면 sounddevice가 필요합니다: pip install sounddevice.</translation>
    </message>
    <message>
        <source>Say which calls: --filter call=5, or --filter model=gpt2.</source>
        <comment>no_filter</comment>
        <translation>어느 호출인지 정하세요: --filter call=5 또는 --filter model=gpt2.</translation>
    </message>
    <message>
        <source>Start of the random numbers, one or two whole numbers: the same seed gives the same text. (The documented recipe&apos;s beam sampling takes none.)</source>
        <comment>about_seed</comment>
        <translation>난수의 시작, 정수 하나 또는 둘. 같은 시드는 같은 텍스트를 냅니다. (documented 레시피의 빔 샘플링은 시드를 받지 않습니다.)</translation>
    </message>
    <message>
        <source>TensorFlow cannot be imported ({kind}: {why}): {advice}.</source>
        <comment>no_tensorflow</comment>
        <translation>TensorFlow를 가져올 수 없습니다({kind}: {why}). {advice}.</translation>
    </message>
    <message>
        <source>TensorFlow cannot open {libraries}: run {command}, or name the folder of these libraries in LD_LIBRARY_PATH before the start</source>
        <comment>no_libraries</comment>
        <translation>TensorFlow가 {libraries}을(를) 열 수 없습니다. {command}을(를) 실행하거나, 시작하기 전에 이 라이브러리의 폴더를 LD_LIBRARY_PATH에 넣으세요</translation>
    </message>
    <message>
        <source>TensorFlow did not report how long it compiled.</source>
        <comment>nothing_reported</comment>
        <translation>TensorFlow가 컴파일 시간을 보고하지 않았습니다.</translation>
    </message>
    <message>
        <source>TensorFlow does not find it though its libraries open: see what nvidia-smi prints</source>
        <comment>no_gpu_found</comment>
        <translation>라이브러리는 열리는데 TensorFlow가 찾지 못합니다. nvidia-smi의 출력을 보세요</translation>
    </message>
    <message>
        <source>TensorFlow does not start with the flags in {variables}: correct or remove what is wrong there, and start again.</source>
        <comment>flags_refused</comment>
        <translation>{variables}의 플래그로는 TensorFlow가 시작되지 않습니다. 잘못된 것을 고치거나 지우고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>TensorFlow has no diverse beams (num_beam_groups), and fast has none.</source>
        <comment>no_diverse_beams</comment>
        <translation>TensorFlow에는 다양한 빔(num_beam_groups)이 없고 fast에도 없습니다.</translation>
    </message>
    <message>
        <source>TensorFlow is built without CUDA: run {command}</source>
        <comment>built_without_cuda</comment>
        <translation>TensorFlow가 CUDA 없이 빌드되었습니다. {command}을(를) 실행하세요</translation>
    </message>
    <message>
        <source>TensorFlow traced again for equal inputs</source>
        <comment>traced_again</comment>
        <translation>TensorFlow가 같은 입력에 다시 트레이스했습니다</translation>
    </message>
    <message>
        <source>TensorFlow was imported first, so it does not report how long it compiles: import fast_generate before TensorFlow and Transformers.</source>
        <comment>imported_too_late</comment>
        <translation>TensorFlow를 먼저 가져와서 컴파일 시간을 보고하지 않습니다. TensorFlow와 Transformers보다 fast_generate를 먼저 가져오세요.</translation>
    </message>
    <message>
        <source>TensorFlow&apos;s generate passes it over</source>
        <comment>not_read_upstream</comment>
        <translation>TensorFlow의 generate가 무시합니다</translation>
    </message>
    <message>
        <source>TensorFlow&apos;s profiler recorded no operation of XLA&apos;s in this call: look into the log, or profile it again.</source>
        <comment>nothing_recorded</comment>
        <translation>TensorFlow 프로파일러가 이 호출에서 XLA의 연산을 기록하지 않았습니다. 로그를 보거나 다시 프로파일하세요.</translation>
    </message>
    <message>
        <source>That is it: {change}.</source>
        <comment>question_right</comment>
        <translation>맞습니다: {change}.</translation>
    </message>
    <message>
        <source>The audio file&apos;s name contains a NUL character: there is no such file.</source>
        <comment>audio_name_with_nul</comment>
        <translation>오디오 파일 이름에 NUL 문자가 있습니다. 그런 파일은 없습니다.</translation>
    </message>
    <message>
        <source>The audio file&apos;s name is not valid UTF-8: rename it.</source>
        <comment>audio_name_not_utf8</comment>
        <translation>오디오 파일 이름이 올바른 UTF-8이 아닙니다. 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>The call names no length, so max_new_tokens stays as it is: generate itself would stop at max_length=20.</source>
        <comment>no_length</comment>
        <translation>호출에 길이가 없어 max_new_tokens는 그대로입니다. generate라면 max_length=20에서 멈춥니다.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted here: set REQUESTS_CA_BUNDLE to the file of your network&apos;s certificates.</source>
        <comment>not_trusted</comment>
        <translation>{host}의 인증서를 여기서 신뢰하지 않습니다. REQUESTS_CA_BUNDLE에 네트워크의 인증서 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>The channels of this recording cancel each other, and a script would hear their mean: convert it to one channel.</source>
        <comment>channels_not_copied</comment>
        <translation>이 녹음의 채널은 서로 상쇄되는데, 스크립트는 평균을 듣습니다. 한 채널로 변환하세요.</translation>
    </message>
    <message>
        <source>The channels of {name} cancel each other for {cancelled_s:,.1f} of {seconds:,.1f} s: the loudest one is heard there instead of their mean.</source>
        <comment>channels_cancel</comment>
        <translation>{name}의 채널이 {seconds:,.1f} s 중 {cancelled_s:,.1f} s 동안 서로 상쇄됩니다. 거기서는 평균 대신 가장 큰 채널을 듣습니다.</translation>
    </message>
    <message>
        <source>The code is not UTF-8: byte {place:,} is no character. Save it as UTF-8.</source>
        <comment>stdin_not_utf8</comment>
        <translation>코드가 UTF-8이 아닙니다. {place:,}번째 바이트가 문자가 아닙니다. UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>The code runs its {count} prompts one after the other; here they are one batch.</source>
        <comment>loop_is_batch</comment>
        <translation>코드는 프롬프트 {count}개를 하나씩 실행합니다. 여기서는 한 배치입니다.</translation>
    </message>
    <message>
        <source>The copied script</source>
        <comment>copied_script</comment>
        <translation>복사한 스크립트</translation>
    </message>
    <message>
        <source>The current directory was deleted, so that no relative path leads anywhere: change to one that exists, or give the whole path.</source>
        <comment>no_directory</comment>
        <translation>현재 디렉터리가 삭제되어 상대 경로를 쓸 수 없습니다. 있는 곳으로 옮기거나 전체 경로를 주세요.</translation>
    </message>
    <message>
        <source>The default capacity of {capacity:,} serves</source>
        <comment>default_capacity</comment>
        <translation>기본 용량 {capacity:,}이(가) 처리하는 것:</translation>
    </message>
    <message>
        <source>The disk is full: make room, then pull again; it goes on where it was.</source>
        <comment>disk_full</comment>
        <translation>디스크가 가득 찼습니다. 공간을 만들고 다시 받으세요. 멈춘 곳부터 계속합니다.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full: make room, then pull again; it goes on where it was.</source>
        <comment>disk_of_full</comment>
        <translation>{folder}의 디스크가 가득 찼습니다. 공간을 만들고 다시 받으세요. 멈춘 곳부터 계속합니다.</translation>
    </message>
    <message>
        <source>The documented recipe compares tokens with the padding too, so padding changes the text: the fast recipe computes this right.</source>
        <comment>padding_is_compared</comment>
        <translation>documented 레시피는 패딩과도 토큰을 비교하므로 패딩이 텍스트를 바꿉니다. fast 레시피는 올바르게 계산합니다.</translation>
    </message>
    <message>
        <source>The documented recipe counts padding as an end token that was seen, so repetition_penalty moves the end of the text: the fast recipe computes this right.</source>
        <comment>padding_is_penalized</comment>
        <translation>documented 레시피는 패딩을 이미 나온 끝 토큰으로 세므로 repetition_penalty가 텍스트의 끝을 옮깁니다. fast 레시피는 올바르게 계산합니다.</translation>
    </message>
    <message>
        <source>The documented recipe draws every token with the same random numbers, so words may repeat: the fast recipe computes this right.</source>
        <comment>repeated_random_numbers</comment>
        <translation>documented 레시피는 모든 토큰을 같은 난수로 뽑으므로 단어가 반복될 수 있습니다. fast 레시피는 올바르게 계산합니다.</translation>
    </message>
    <message>
        <source>The documented recipe drops the running beams once one has ended, so better texts can be lost or empty: the fast recipe computes this right.</source>
        <comment>dropped_beams</comment>
        <translation>documented 레시피는 빔 하나가 끝나면 진행 중인 빔을 버리므로 더 나은 텍스트를 잃거나 비울 수 있습니다. fast 레시피는 올바르게 계산합니다.</translation>
    </message>
    <message>
        <source>The documented recipe hands out its text only at the end: choose the fast recipe to stream it, or leave block_tokens out.</source>
        <comment>blocks_not_documented</comment>
        <translation>documented 레시피는 끝에서만 텍스트를 냅니다. 스트리밍하려면 fast 레시피를 고르거나 block_tokens를 빼세요.</translation>
    </message>
    <message>
        <source>The engine failed on this ({kind}: {why}).</source>
        <comment>unforeseen</comment>
        <translation>엔진이 이것에서 실패했습니다({kind}: {why}).</translation>
    </message>
    <message>
        <source>The engine is closed.</source>
        <comment>engine_closed</comment>
        <translation>엔진이 닫혔습니다.</translation>
    </message>
    <message>
        <source>The engine is not started.</source>
        <comment>not_started</comment>
        <translation>엔진이 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>The files of {model} are gone or cannot be read: this is the model as it was loaded, which stays until another takes its place in memory.</source>
        <comment>model_gone</comment>
        <translation>{model}의 파일이 없어졌거나 읽을 수 없습니다. 이것은 불러온 그대로의 모델이며, 메모리에서 다른 모델이 자리를 차지할 때까지 남습니다.</translation>
    </message>
    <message>
        <source>The files of {model} have changed: the model was loaded again, and what was specialized for the old one was dropped.</source>
        <comment>model_changed</comment>
        <translation>{model}의 파일이 바뀌었습니다. 모델을 다시 불러왔고, 이전 모델의 특수화는 버렸습니다.</translation>
    </message>
    <message>
        <source>The filter {name} has no value: write {name}=VALUE.</source>
        <comment>filter_without_value</comment>
        <translation>필터 {name}에 값이 없습니다. {name}=VALUE로 쓰세요.</translation>
    </message>
    <message>
        <source>The function computes next to nothing, so that the ratio is one of Python&apos;s time and the compiler&apos;s: here on {device}, there on a machine with {their_device}.</source>
        <comment>reason_of_function</comment>
        <translation>이 함수는 거의 아무것도 계산하지 않으므로 비율은 Python과 컴파일러의 시간입니다. 여기는 {device}, 그쪽은 {their_device}이(가) 있는 컴퓨터입니다.</translation>
    </message>
    <message>
        <source>The function with a new Python argument against the same call</source>
        <comment>claim_key_argument</comment>
        <translation>새 Python 인수의 함수와 같은 호출</translation>
    </message>
    <message>
        <source>The function with a new dtype against the same call</source>
        <comment>claim_key_dtype</comment>
        <translation>새 dtype의 함수와 같은 호출</translation>
    </message>
    <message>
        <source>The function with a new shape against the same call</source>
        <comment>claim_key_shape</comment>
        <translation>새 모양의 함수와 같은 호출</translation>
    </message>
    <message>
        <source>The generation configuration of {model} asks for {entries}: TensorFlow&apos;s generate does not have that here, so texts can differ from those of PyTorch.</source>
        <comment>generation_entries_ignored</comment>
        <translation>{model}의 생성 설정이 {entries}을(를) 요구하지만 TensorFlow의 generate에는 없으므로 텍스트가 PyTorch와 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>The guide&apos;s code</source>
        <comment>guides_code</comment>
        <translation>가이드의 코드</translation>
    </message>
    <message>
        <source>The guide&apos;s experiment is about text, and this model hears audio.</source>
        <comment>notebook_of_speech</comment>
        <translation>가이드의 실험은 텍스트에 관한 것인데, 이 모델은 오디오를 듣습니다.</translation>
    </message>
    <message>
        <source>The guide&apos;s model begins with random numbers in {weights}, which the folder does not store and the guide&apos;s class does not take from the embeddings: its tokens say nothing about ours, its times do.</source>
        <comment>tokens_not_compared</comment>
        <translation>가이드의 모델은 폴더에 저장되지 않고 가이드의 클래스가 임베딩에서 가져오지도 않는 {weights}을(를) 난수로 시작합니다. 토큰은 비교할 수 없지만 시간은 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>The history at {path} cannot be opened ({why}): this session&apos;s calls are kept in memory only.</source>
        <comment>history_unopened</comment>
        <translation>{path}의 기록을 열 수 없습니다({why}). 이 세션의 호출은 메모리에만 둡니다.</translation>
    </message>
    <message>
        <source>The history cannot be changed now ({why}): try again, and free some space if the disk is full.</source>
        <comment>history_not_changed</comment>
        <translation>지금은 기록을 바꿀 수 없습니다({why}). 다시 시도하고, 디스크가 가득 찼으면 공간을 비우세요.</translation>
    </message>
    <message>
        <source>The history cannot be read now ({why}).</source>
        <comment>history_not_now</comment>
        <translation>지금은 기록을 읽을 수 없습니다({why}).</translation>
    </message>
    <message>
        <source>The history cannot be read now ({why}): try again, and free some space if the disk is full.</source>
        <comment>history_not_read</comment>
        <translation>지금은 기록을 읽을 수 없습니다({why}). 다시 시도하고, 디스크가 가득 찼으면 공간을 비우세요.</translation>
    </message>
    <message>
        <source>The history cannot be written ({why}): calls are kept in memory until it can; free some space on the disk.</source>
        <comment>history_unwritable</comment>
        <translation>기록을 쓸 수 없습니다({why}). 쓸 수 있을 때까지 호출을 메모리에 둡니다. 디스크 공간을 비우세요.</translation>
    </message>
    <message>
        <source>The history could not be cleared ({why}).</source>
        <comment>history_not_cleared</comment>
        <translation>기록을 지울 수 없었습니다({why}).</translation>
    </message>
    <message>
        <source>The history could not be read ({why}) and was set aside as {aside}: a new one begins.</source>
        <comment>history_set_aside</comment>
        <translation>기록을 읽을 수 없어({why}) {aside}(으)로 옮겨 두고 새로 시작합니다.</translation>
    </message>
    <message>
        <source>The history could not be read ({why}; {also}): this session&apos;s calls are kept in memory only.</source>
        <comment>history_unreadable</comment>
        <translation>기록을 읽을 수 없었습니다({why}; {also}). 이 세션의 호출은 메모리에만 둡니다.</translation>
    </message>
    <message>
        <source>The history is damaged ({why}): calls are kept in memory, and at the end they begin a new one; the damaged file is set aside.</source>
        <comment>history_damaged</comment>
        <translation>기록이 손상되었습니다({why}). 호출을 메모리에 두었다가 끝날 때 새 기록을 시작하고, 손상된 파일은 옮겨 둡니다.</translation>
    </message>
    <message>
        <source>The hub does not say which version of {model} it has.</source>
        <comment>hub_no_version</comment>
        <translation>허브가 {model}의 버전을 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The hub {host} cannot be reached: check the connection, then pull again; it goes on where it was.</source>
        <comment>hub_not_reached</comment>
        <translation>허브 {host}에 연결할 수 없습니다. 연결을 확인하고 다시 받으세요. 멈춘 곳부터 계속합니다.</translation>
    </message>
    <message>
        <source>The hub {host} does not answer: pull again, it goes on where it was.</source>
        <comment>hub_no_answer</comment>
        <translation>허브 {host}가 응답하지 않습니다. 다시 받으면 멈춘 곳부터 계속합니다.</translation>
    </message>
    <message>
        <source>The hub {host} has no model {model}, or it is private: check the name.</source>
        <comment>hub_has_not</comment>
        <translation>허브 {host}에 {model} 모델이 없거나 비공개입니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>The hub {host} stopped in the middle: pull again, it goes on where it was.</source>
        <comment>hub_stopped</comment>
        <translation>허브 {host}가 도중에 멈췄습니다. 다시 받으면 멈춘 곳부터 계속합니다.</translation>
    </message>
    <message>
        <source>The installed TensorFlow or Transformers differs from those that this version was made for, so some rewrites are off: {rewrites}. Calls give the same tokens, and may be slower.</source>
        <comment>rewrites_off</comment>
        <translation>설치된 TensorFlow 또는 Transformers가 이 버전이 대상으로 한 것과 달라 일부 재작성을 껐습니다: {rewrites}. 호출의 토큰은 같고, 더 느릴 수 있습니다.</translation>
    </message>
    <message>
        <source>The lane {lane} is named twice: name each once.</source>
        <comment>lane_named_twice</comment>
        <translation>레인 {lane}이(가) 두 번 나왔습니다. 한 번씩만 쓰세요.</translation>
    </message>
    <message>
        <source>The measured claims cannot be saved ({why}): free some space.</source>
        <comment>claims_not_saved</comment>
        <translation>측정한 주장을 저장할 수 없습니다({why}). 공간을 비우세요.</translation>
    </message>
    <message>
        <source>The model cannot be kept ({why}).</source>
        <comment>model_not_kept</comment>
        <translation>모델을 보관할 수 없습니다({why}).</translation>
    </message>
    <message>
        <source>The model is not multilingual, so it takes no {what}: leave {what} out (--{what}), or choose a multilingual model.</source>
        <comment>not_multilingual</comment>
        <translation>이 모델은 다국어가 아니어서 {what}을(를) 받지 않습니다. {what}을(를) 빼거나(--{what}) 다국어 모델을 고르세요.</translation>
    </message>
    <message>
        <source>The model knows no language {language}: give a code, a name or a token, of {codes}, or {auto} to have it found.</source>
        <comment>no_such_language</comment>
        <translation>모델이 {language} 언어를 모릅니다. {codes} 중의 코드, 이름, 토큰 또는 찾게 하려면 {auto}을(를) 주세요.</translation>
    </message>
    <message>
        <source>The model names no decoder_start_token_id: pass it, or set it in model.generation_config.</source>
        <comment>start_token_needed</comment>
        <translation>모델에 decoder_start_token_id가 없습니다. 인수로 주거나 model.generation_config에 설정하세요.</translation>
    </message>
    <message>
        <source>The model&apos;s chat template fails ({why}): switch Chat off.</source>
        <comment>chat_template_fails</comment>
        <translation>모델의 채팅 템플릿이 실패했습니다({why}). 채팅을 끄세요.</translation>
    </message>
    <message>
        <source>The model&apos;s chat template writes nothing for prompt {number}: switch Chat off.</source>
        <comment>chat_template_empty</comment>
        <translation>모델의 채팅 템플릿이 프롬프트 {number}에 아무것도 쓰지 않습니다. 채팅을 끄세요.</translation>
    </message>
    <message>
        <source>The model&apos;s generation configuration asks for {name}, which fast_generate does not compute: set model.generation_config.{name} = None if the text is right without it.</source>
        <comment>entry_not_computed</comment>
        <translation>모델의 생성 설정이 fast_generate가 계산하지 않는 {name}을(를) 요구합니다. 없어도 되는 텍스트라면 model.generation_config.{name} = None으로 설정하세요.</translation>
    </message>
    <message>
        <source>The model&apos;s name is {code}, which is no text here: the model stays.</source>
        <comment>model_unknown</comment>
        <translation>모델의 이름이 여기서 텍스트가 아닌 {code}입니다. 모델은 그대로입니다.</translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer makes no token of prompt {number} ({prompt}): type other text.</source>
        <comment>no_token_of_prompt</comment>
        <translation>모델의 토크나이저가 프롬프트 {number}({prompt})에서 토큰을 만들지 못합니다. 다른 텍스트를 입력하세요.</translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer makes no token of {word}: leave it out.</source>
        <comment>no_token_of_word</comment>
        <translation>모델의 토크나이저가 {word}에서 토큰을 만들지 못합니다. 빼세요.</translation>
    </message>
    <message>
        <source>The note has {count:,} characters, more than {most:,}: shorten it.</source>
        <comment>note_too_long</comment>
        <translation>메모가 {count:,}자로 {most:,}자를 넘습니다. 줄이세요.</translation>
    </message>
    <message>
        <source>The package index {host} does not have {file}: set PIP_INDEX_URL to one that has.</source>
        <comment>index_has_not</comment>
        <translation>패키지 인덱스 {host}에 {file}이(가) 없습니다. PIP_INDEX_URL을 있는 곳으로 설정하세요.</translation>
    </message>
    <message>
        <source>The package index {url} is not of the web (http, https): set PIP_INDEX_URL to one.</source>
        <comment>index_not_web</comment>
        <translation>패키지 인덱스 {url}이(가) 웹(http, https) 주소가 아닙니다. PIP_INDEX_URL을 웹 주소로 설정하세요.</translation>
    </message>
    <message>
        <source>The padded prompt has {tokens:,} tokens, and this {family} model takes {limit:,} before the new ones: shorten the prompt, or pad it less.</source>
        <comment>prompt_above_positions</comment>
        <translation>패딩된 프롬프트의 토큰이 {tokens:,}개인데, 이 {family} 모델은 새 토큰 앞에 {limit:,}개를 받습니다. 프롬프트를 줄이거나 패딩을 줄이세요.</translation>
    </message>
    <message>
        <source>The padded prompt has {tokens:,} tokens, and this {family} model takes {limit:,} in its encoder: shorten the prompt, or pad it less.</source>
        <comment>prompt_above_encoder</comment>
        <translation>패딩된 프롬프트의 토큰이 {tokens:,}개인데, 이 {family} 모델의 인코더는 {limit:,}개를 받습니다. 프롬프트를 줄이거나 패딩을 줄이세요.</translation>
    </message>
    <message>
        <source>The padding stays: {problem}</source>
        <comment>padding_not_taken</comment>
        <translation>패딩은 그대로입니다: {problem}</translation>
    </message>
    <message>
        <source>The precision stays: {given} is none of {known}.</source>
        <comment>precision_not_taken</comment>
        <translation>정밀도는 그대로입니다. {given}은(는) {known} 중 하나가 아닙니다.</translation>
    </message>
    <message>
        <source>The probe of rewrites</source>
        <comment>rewrite_probe</comment>
        <translation>재작성 탐침</translation>
    </message>
    <message>
        <source>The probe of steady calls</source>
        <comment>steady_probe</comment>
        <translation>정상 호출 탐침</translation>
    </message>
    <message>
        <source>The probe of this machine</source>
        <comment>machine_probe</comment>
        <translation>이 컴퓨터의 탐침</translation>
    </message>
    <message>
        <source>These calls have more than the {most} of one file: save fewer, by a filter.</source>
        <comment>too_many_to_save</comment>
        <translation>이 호출들은 한 파일의 한도 {most}을(를) 넘습니다. 필터로 더 적게 저장하세요.</translation>
    </message>
    <message>
        <source>input {name} cannot have {field} = {given}: give {wanted}.</source>
        <comment>input_wrong</comment>
        <translation>입력 {name}에 {field} = {given}은(는) 쓸 수 없습니다. {wanted}을(를) 주세요.</translation>
    </message>
    <message>
        <source>install the extra of this package (pip install &apos;xla-playground[torch]&apos;), or name a Python that has torch and transformers (--torch-python PATH, Python of PyTorch on the Race page)</source>
        <comment>name_torch</comment>
        <translation>이 패키지의 추가 기능을 설치하거나(pip install &apos;xla-playground[torch]&apos;), torch와 transformers가 있는 Python을 지정하세요(--torch-python PATH, 레이스 페이지의 PyTorch의 Python)</translation>
    </message>
    <message>
        <source>The probe {name}</source>
        <comment>ui_probe</comment>
        <translation>탐침 {name}</translation>
    </message>
    <message>
        <source>1 call</source>
        <comment>calls</comment>
        <translation>호출 1개</translation>
    </message>
    <message>
        <source>1 specialization</source>
        <comment>specializations</comment>
        <translation>특수화 1개</translation>
    </message>
    <message>
        <source>A Keras model, as the guide begins: two Dense layers under XLA</source>
        <comment>template_guide_sequential</comment>
        <translation>가이드의 시작에 있는 Keras 모델: XLA로 돌리는 Dense 층 두 개</translation>
    </message>
    <message>
        <source>A function that XLA cannot compile: it has no kernel for strings</source>
        <comment>template_not_compilable</comment>
        <translation>XLA가 컴파일하지 못하는 함수: 문자열 커널이 없음</translation>
    </message>
    <message>
        <source>A loop with tf.while_loop: Newton&apos;s square roots, twenty steps of them</source>
        <comment>template_while_loop</comment>
        <translation>tf.while_loop 루프: 뉴턴의 제곱근 스무 단계</translation>
    </message>
    <message>
        <source>A method of your own: the body of `function` is yours to change</source>
        <comment>template_own_method</comment>
        <translation>자신의 메서드: `function`의 본문을 마음대로 바꾸세요</translation>
    </message>
    <message>
        <source>A model that Keras trains and asks: fit and predict, with jit_compile off and on</source>
        <comment>template_keras_fit</comment>
        <translation>Keras가 훈련하고 묻는 모델: jit_compile을 끄고 켠 fit과 predict</translation>
    </message>
    <message>
        <source>A newer version wrote the history at {path}: it stays as it is, and this session&apos;s calls are kept in memory only. Start the newer version, or set {home} to another folder.</source>
        <comment>history_newer</comment>
        <translation>{path}의 기록은 더 새로운 버전이 썼습니다. 기록은 그대로 두고, 이번 세션의 호출은 메모리에만 둡니다. 더 새로운 버전을 시작하거나 {home}을(를) 다른 폴더로 설정하세요.</translation>
    </message>
    <message>
        <source>A reduction: XLA fuses the operations before it, and no intermediate is stored</source>
        <comment>template_reduction</comment>
        <translation>리덕션: XLA가 앞의 연산을 융합해 중간 결과를 저장하지 않음</translation>
    </message>
    <message>
        <source>A small CNN: two convolutions and a dense layer</source>
        <comment>template_small_cnn</comment>
        <translation>작은 CNN: 합성곱 둘과 Dense 층 하나</translation>
    </message>
    <message>
        <source>A training step of an MLP: the loss, its gradient, and new weights</source>
        <comment>template_mlp_training_step</comment>
        <translation>MLP의 훈련 단계: 손실, 기울기, 새 가중치</translation>
    </message>
    <message>
        <source>Estimate: derived from other durations, not measured itself.</source>
        <comment>estimated</comment>
        <translation>추정: 다른 시간에서 구했고 직접 측정하지 않았습니다.</translation>
    </message>
    <message>
        <source>Layer normalization, as written by hand</source>
        <comment>template_layer_norm</comment>
        <translation>손으로 쓴 층 정규화</translation>
    </message>
    <message>
        <source>Name at least one lane; there are {lanes}.</source>
        <comment>no_lane</comment>
        <translation>레인을 하나 이상 지정하세요. 가능한 것: {lanes}.</translation>
    </message>
    <message>
        <source>Softmax attention of every position to every other</source>
        <comment>template_softmax_attention</comment>
        <translation>모든 위치 사이의 소프트맥스 어텐션</translation>
    </message>
    <message>
        <source>The cache key: a new dtype, shape or Python argument is traced again, the same is not</source>
        <comment>template_cache_key</comment>
        <translation>캐시 키: 새 dtype, 모양, Python 인자는 다시 트레이스하고 같은 것은 하지 않음</translation>
    </message>
    <message>
        <source>The process of the lab ended ({why}): run it again, and look into the log.</source>
        <comment>lab_gone</comment>
        <translation>실험실의 프로세스가 끝났습니다({why}). 다시 실행하고 로그를 보세요.</translation>
    </message>
    <message>
        <source>The process that pulls cannot be started ({why}).</source>
        <comment>pull_not_started</comment>
        <translation>받는 프로세스를 시작할 수 없습니다({why}).</translation>
    </message>
    <message>
        <source>The process that pulls said what is no message.</source>
        <comment>pull_said_no_message</comment>
        <translation>받는 프로세스가 메시지가 아닌 것을 보냈습니다.</translation>
    </message>
    <message>
        <source>The process that pulls {model} ended without a word: pull again.</source>
        <comment>pull_ended</comment>
        <translation>{model}을(를) 받는 프로세스가 아무 말 없이 끝났습니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>The program of “{step}” was built by an earlier call, so that this says nothing of a first one: `xla-playground lessons run {lesson}` begins with an empty store.</source>
        <comment>not_a_first_call</comment>
        <translation>“{step}” 단계의 프로그램은 이전 호출이 만들어서 첫 호출에 대해 알려 주지 않습니다. `xla-playground lessons run {lesson}`은 빈 저장소로 시작합니다.</translation>
    </message>
    <message>
        <source>The program that reads long prompts could not be built ({kind}, see the log): they are read token by token.</source>
        <comment>chunk_failed</comment>
        <translation>긴 프롬프트를 읽는 프로그램을 만들 수 없었습니다({kind}, 로그 참조). 토큰 하나씩 읽습니다.</translation>
    </message>
    <message>
        <source>The progress of the lessons cannot be saved ({why}): free some space.</source>
        <comment>progress_not_saved</comment>
        <translation>레슨의 진행 상황을 저장할 수 없습니다({why}). 공간을 비우세요.</translation>
    </message>
    <message>
        <source>The prompt is empty: type some text to continue.</source>
        <comment>no_prompt</comment>
        <translation>프롬프트가 비어 있습니다. 이어 쓸 텍스트를 입력하세요.</translation>
    </message>
    <message>
        <source>The prompt</source>
        <comment>the_prompt</comment>
        <translation>프롬프트</translation>
    </message>
    <message>
        <source>The prompts are {code}, which is no text here: the prompts stay.</source>
        <comment>prompts_unknown</comment>
        <translation>프롬프트가 여기서 텍스트가 아닌 {code}입니다. 프롬프트는 그대로입니다.</translation>
    </message>
    <message>
        <source>The prompts have {count:,} characters together, more than {most:,}: use fewer or shorter ones.</source>
        <comment>prompts_too_long</comment>
        <translation>프롬프트를 합하면 {count:,}자로 {most:,}자를 넘습니다. 더 적거나 짧게 쓰세요.</translation>
    </message>
    <message>
        <source>The prompts have {least} to {most} tokens, and a batch must have one length: pad to the longest or to a multiple.</source>
        <comment>lengths_differ</comment>
        <translation>프롬프트의 토큰이 {least}~{most}개인데, 한 배치는 길이가 같아야 합니다. 가장 긴 것이나 배수까지 패딩하세요.</translation>
    </message>
    <message>
        <source>The prompts stay: one has a line break, and each line is a prompt of its own here.</source>
        <comment>prompt_has_break</comment>
        <translation>프롬프트는 그대로입니다. 하나에 줄바꿈이 있는데, 여기서는 줄마다 프롬프트 하나입니다.</translation>
    </message>
    <message>
        <source>The prompts stay: {problem}</source>
        <comment>prompts_not_taken</comment>
        <translation>프롬프트는 그대로입니다: {problem}</translation>
    </message>
    <message>
        <source>The record of call {call} is damaged.</source>
        <comment>call_damaged</comment>
        <translation>호출 {call}의 기록이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <comment>code_cancelled</comment>
        <translation>실행을 취소했습니다.</translation>
    </message>
    <message>
        <source>The settings {why}; the file was set aside as {aside}.</source>
        <comment>settings_set_aside</comment>
        <translation>설정이 {why}. 파일을 {aside}(으)로 옮겨 두었습니다.</translation>
    </message>
    <message>
        <source>The settings {why}; they could not be set aside ({failure}).</source>
        <comment>settings_not_set_aside</comment>
        <translation>설정이 {why}. 옮겨 둘 수 없었습니다({failure}).</translation>
    </message>
    <message>
        <source>The sound device failed ({why}): connect it again or open a file.</source>
        <comment>sound_device_failed</comment>
        <translation>소리 장치가 실패했습니다({why}). 다시 연결하거나 파일을 여세요.</translation>
    </message>
    <message>
        <source>The specialization was not stored: {why}.</source>
        <comment>not_stored</comment>
        <translation>특수화를 저장하지 않았습니다: {why}.</translation>
    </message>
    <message>
        <source>The step “{step}” comes first: run it.</source>
        <comment>step_not_made</comment>
        <translation>“{step}” 단계가 먼저입니다. 실행하세요.</translation>
    </message>
    <message>
        <source>The store&apos;s limit is 0, so nothing is kept: raise it in the Specializations tab.</source>
        <comment>store_is_off</comment>
        <translation>저장소 한도가 0이어서 아무것도 보관하지 않습니다. 특수화 탭에서 올리세요.</translation>
    </message>
    <message>
        <source>The text has no call of generate, no options and no prompts: copy the line with model.generate(…), its keyword arguments, or a generation_config.json.</source>
        <comment>nothing_to_take</comment>
        <translation>텍스트에 generate 호출도 옵션도 프롬프트도 없습니다. model.generate(…)가 있는 줄, 키워드 인수, 또는 generation_config.json을 복사하세요.</translation>
    </message>
    <message>
        <source>The text has {count:,} characters, and at most {most:,} are read as code: copy only the lines that load the model, tokenize and generate.</source>
        <comment>code_too_long</comment>
        <translation>텍스트가 {count:,}자인데 코드로는 {most:,}자까지 읽습니다. 모델을 불러오고 토큰화하고 생성하는 줄만 복사하세요.</translation>
    </message>
    <message>
        <source>The text is nested too deep to be read as code: copy only the call.</source>
        <comment>code_too_deep</comment>
        <translation>텍스트의 중첩이 코드로 읽기에 너무 깊습니다. 호출만 복사하세요.</translation>
    </message>
    <message>
        <source>The token is eager&apos;s: 1 new token of each text was compared.</source>
        <comment>parity_equal</comment>
        <translation>토큰이 eager와 같습니다. 텍스트마다 새 토큰 1개를 비교했습니다.</translation>
    </message>
    <message>
        <source>The tokenizer of {model} makes no {tokens} tokens of an English text: give bench peers a model that reads English.</source>
        <comment>no_prompt_of_length</comment>
        <translation>{model}의 토크나이저가 영어 텍스트에서 토큰 {tokens}개를 만들지 못합니다. bench peers에는 영어를 읽는 모델을 주세요.</translation>
    </message>
    <message>
        <source>The tokens are eager&apos;s: {count} new tokens of each text were compared.</source>
        <comment>parity_equal</comment>
        <translation>토큰이 eager와 같습니다. 텍스트마다 새 토큰 {count}개를 비교했습니다.</translation>
    </message>
    <message>
        <source>The worker cannot be started ({why}: {command}).</source>
        <comment>worker_not_started</comment>
        <translation>워커를 시작할 수 없습니다({why}: {command}).</translation>
    </message>
    <message>
        <source>The worker ended ({how}).</source>
        <comment>worker_ended</comment>
        <translation>워커가 끝났습니다({how}).</translation>
    </message>
    <message>
        <source>The worker has {count:,} memory mappings, more than {most:,}, near to what the system allows: it starts afresh, and specializations come back from the store.</source>
        <comment>worker_maps_too_much</comment>
        <translation>워커의 메모리 매핑이 {count:,}개로 {most:,}개를 넘어 시스템의 한도에 가깝습니다. 새로 시작하며, 특수화는 저장소에서 돌아옵니다.</translation>
    </message>
    <message>
        <source>The worker held {held}, more than its {budget}: it starts afresh, and specializations come back from the store.</source>
        <comment>worker_restarts</comment>
        <translation>워커가 {held}을(를) 차지해 한도 {budget}을(를) 넘었습니다. 새로 시작하며, 특수화는 저장소에서 돌아옵니다.</translation>
    </message>
    <message>
        <source>The worker is closed.</source>
        <comment>worker_closed</comment>
        <translation>워커가 닫혔습니다.</translation>
    </message>
    <message>
        <source>The worker is not running: restart it.</source>
        <comment>worker_not_running</comment>
        <translation>워커가 실행 중이 아닙니다. 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The worker said {kind} before it was ready.</source>
        <comment>worker_out_of_turn</comment>
        <translation>워커가 준비되기 전에 {kind}을(를) 보냈습니다.</translation>
    </message>
    <message>
        <source>The worker still had the program of “{step}” in memory: close the window, open it again, and run the step first.</source>
        <comment>not_a_new_process</comment>
        <translation>워커의 메모리에 “{step}” 단계의 프로그램이 아직 있었습니다. 창을 닫았다 다시 열고 이 단계를 먼저 실행하세요.</translation>
    </message>
    <message>
        <source>The worker was sent something that is not a command.</source>
        <comment>worker_sent_no_command</comment>
        <translation>워커가 명령이 아닌 것을 받았습니다.</translation>
    </message>
    <message>
        <source>The {name} is not valid UTF-8: give one that the model knows.</source>
        <comment>choice_not_utf8</comment>
        <translation>{name}이(가) 올바른 UTF-8이 아닙니다. 모델이 아는 것을 주세요.</translation>
    </message>
    <message>
        <source>There are no prompts to advise on: give some.</source>
        <comment>no_prompts_to_advise</comment>
        <translation>추천할 프롬프트가 없습니다. 몇 개 주세요.</translation>
    </message>
    <message>
        <source>There are several functions ({names}): name the one to run `function`.</source>
        <comment>several_to_run</comment>
        <translation>함수가 여러 개입니다({names}). 실행할 것의 이름을 `function`으로 하세요.</translation>
    </message>
    <message>
        <source>There is an NVIDIA GPU, but calls run on the CPU, because {why}.</source>
        <comment>gpu_unused</comment>
        <translation>NVIDIA GPU가 있지만 호출은 CPU에서 실행됩니다. 이유: {why}.</translation>
    </message>
    <message>
        <source>There is no audio file {name}: check the path.</source>
        <comment>no_audio_file</comment>
        <translation>오디오 파일 {name}이(가) 없습니다. 경로를 확인하세요.</translation>
    </message>
    <message>
        <source>There is no call yet: make one with `generate`.</source>
        <comment>no_call_yet</comment>
        <translation>아직 호출이 없습니다. `generate`로 호출하세요.</translation>
    </message>
    <message>
        <source>There is no claim {claim}: take one of {claims}.</source>
        <comment>no_such_claim</comment>
        <translation>{claim} 주장은 없습니다. {claims} 중에서 고르세요.</translation>
    </message>
    <message>
        <source>There is no display for the window: run `xla-playground demo` in this terminal.</source>
        <comment>no_display</comment>
        <translation>창을 열 디스플레이가 없습니다. 이 터미널에서 `xla-playground demo`를 실행하세요.</translation>
    </message>
    <message>
        <source>There is no file {path}: check the path.</source>
        <comment>no_text_file_there</comment>
        <translation>파일 {path}이(가) 없습니다. 경로를 확인하세요.</translation>
    </message>
    <message>
        <source>There is no filter {given}: write {close}=VALUE, or text= before it to search the texts for it.</source>
        <comment>filter_mistyped</comment>
        <translation>{given} 필터는 없습니다. {close}=값 이라고 쓰거나, 텍스트에서 찾으려면 앞에 text=를 붙이세요.</translation>
    </message>
    <message>
        <source>There is no lane {lane}: use {lanes}.</source>
        <comment>no_such_lane</comment>
        <translation>레인 {lane}은(는) 없습니다. {lanes} 중에서 쓰세요.</translation>
    </message>
    <message>
        <source>There is no lesson {name}: see `lessons list`.</source>
        <comment>lesson_unknown</comment>
        <translation>{name} 레슨은 없습니다. `lessons list`를 보세요.</translation>
    </message>
    <message>
        <source>There is no model at {path}. {advice}</source>
        <comment>no_model_at_without_directory</comment>
        <translation>{path}에 모델이 없습니다. {advice}</translation>
    </message>
    <message>
        <source>There is no model at {path}: check the name or the path.</source>
        <comment>no_model_at</comment>
        <translation>{path}에 모델이 없습니다. 이름이나 경로를 확인하세요.</translation>
    </message>
    <message>
        <source>There is no model {model} here. {advice}</source>
        <comment>no_model_without_directory</comment>
        <translation>여기에 {model} 모델이 없습니다. {advice}</translation>
    </message>
    <message>
        <source>There is no model {model}: give a folder, a GGUF file or a bundled name ({bundled}), or run `xla-playground models pull {name}`.</source>
        <comment>no_such_model_pull</comment>
        <translation>{model} 모델이 없습니다. 폴더, GGUF 파일, 기본 제공 이름({bundled})을 주거나 `xla-playground models pull {name}`을 실행하세요.</translation>
    </message>
    <message>
        <source>There is no model {model}: give a folder, a GGUF file or a bundled name ({bundled}).</source>
        <comment>no_such_model</comment>
        <translation>{model} 모델이 없습니다. 폴더, GGUF 파일 또는 기본 제공 이름({bundled})을 주세요.</translation>
    </message>
    <message>
        <source>There is no model {model}: its name is not valid UTF-8, so rename it.</source>
        <comment>model_name_not_utf8</comment>
        <translation>{model} 모델이 없습니다. 이름이 올바른 UTF-8이 아니니 바꾸세요.</translation>
    </message>
    <message>
        <source>There is no side {side}: take {sides}.</source>
        <comment>no_such_side</comment>
        <translation>{side} 쪽은 없습니다. {sides} 중에서 고르세요.</translation>
    </message>
    <message>
        <source>There is no strategy {strategy}: use one of {known}.</source>
        <comment>no_such_strategy</comment>
        <translation>{strategy} 전략은 없습니다. {known} 중에서 쓰세요.</translation>
    </message>
    <message>
        <source>There is no task {task}: choose {tasks}.</source>
        <comment>no_such_task</comment>
        <translation>{task} 작업은 없습니다. {tasks} 중에서 고르세요.</translation>
    </message>
    <message>
        <source>There is no text: copy the code first.</source>
        <comment>nothing_pasted</comment>
        <translation>텍스트가 없습니다. 먼저 코드를 복사하세요.</translation>
    </message>
    <message>
        <source>There is nothing to run: name a function `function`, or a Keras model `model`.</source>
        <comment>nothing_to_run</comment>
        <translation>실행할 것이 없습니다. 함수의 이름을 `function`으로, 또는 Keras 모델의 이름을 `model`로 하세요.</translation>
    </message>
    <message>
        <source>There is nothing to transcribe yet: open, drop or record some speech, or choose an example.</source>
        <comment>nothing_to_transcribe</comment>
        <translation>아직 받아쓸 것이 없습니다. 음성을 열거나, 놓거나, 녹음하거나, 예시를 고르세요.</translation>
    </message>
    <message>
        <source>This Python&apos;s SQLite cannot search texts (it has no FTS5): filter by something else.</source>
        <comment>no_text_search</comment>
        <translation>이 Python의 SQLite는 텍스트를 검색할 수 없습니다(FTS5 없음). 다른 것으로 거르세요.</translation>
    </message>
    <message>
        <source>This code runs with your rights: run only files that you would run yourself.</source>
        <comment>rights</comment>
        <translation>이 코드는 사용자의 권한으로 실행됩니다. 직접 실행할 만한 파일만 실행하세요.</translation>
    </message>
    <message>
        <source>This machine disagrees. Expected: {expected}. Measured: {measured}.</source>
        <comment>machine_disagrees</comment>
        <translation>이 컴퓨터는 다릅니다. 기대: {expected}. 측정: {measured}.</translation>
    </message>
    <message>
        <source>This model</source>
        <comment>this_model</comment>
        <translation>이 모델</translation>
    </message>
    <message>
        <source>This model&apos;s encoder counts the positions of its input from the first one, padding or not, so padding must stand on the right.</source>
        <comment>pad_on_the_right</comment>
        <translation>이 모델의 인코더는 패딩이든 아니든 입력의 첫 위치부터 세므로 패딩은 오른쪽에 있어야 합니다.</translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer has no chat template: switch Chat off.</source>
        <comment>no_chat_template</comment>
        <translation>이 모델의 토크나이저에는 채팅 템플릿이 없습니다. 채팅을 끄세요.</translation>
    </message>
    <message>
        <source>To make repeats less likely use repetition_penalty.</source>
        <comment>penalty_for_repeats</comment>
        <translation>반복을 줄이려면 repetition_penalty를 쓰세요.</translation>
    </message>
    <message>
        <source>Token {token} of text {text}</source>
        <comment>parity_place_of_text</comment>
        <translation>텍스트 {text}의 토큰 {token}</translation>
    </message>
    <message>
        <source>Token {token}</source>
        <comment>parity_place</comment>
        <translation>토큰 {token}</translation>
    </message>
    <message>
        <source>Tracing a model of the type {type} with rewrites failed ({kind}: {why}). It was traced without them: the tokens are the same, and calls may be slower until the engine starts again.</source>
        <comment>traced_plainly</comment>
        <translation>{type} 유형의 모델을 재작성과 함께 트레이스하지 못했습니다({kind}: {why}). 재작성 없이 트레이스했습니다. 토큰은 같고, 엔진을 다시 시작할 때까지 호출이 느릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Transformers 4.54 has no {name}</source>
        <comment>unknown_class</comment>
        <translation>Transformers 4.54에는 {name}이(가) 없습니다</translation>
    </message>
    <message>
        <source>Transformers&apos; TensorFlow loops take the prompt of a speech model for one token long, so {strategy} search cannot be copied: choose greedy search or sampling.</source>
        <comment>speech_search_not_copied</comment>
        <translation>Transformers의 TensorFlow 루프는 음성 모델의 프롬프트를 토큰 하나로 보므로 {strategy} 서치는 복사할 수 없습니다. 탐욕 서치나 샘플링을 고르세요.</translation>
    </message>
    <message>
        <source>Transformers&apos; feature extractor takes windows of whole seconds, not of {window} s: run the call here.</source>
        <comment>window_not_copied</comment>
        <translation>Transformers의 특징 추출기는 정수 초 윈도만 받고 {window} s는 받지 않습니다. 호출을 여기서 실행하세요.</translation>
    </message>
    <message>
        <source>True or False</source>
        <comment>a_switch</comment>
        <translation>True 또는 False</translation>
    </message>
    <message>
        <source>Unpadded prompts: the first length against the second one</source>
        <comment>claim_unpadded</comment>
        <translation>패딩하지 않은 프롬프트: 첫 길이와 두 번째 길이</translation>
    </message>
    <message>
        <source>What {host} sent as {file} is not the file that it lists (wrong digest), and is deleted: pull again.</source>
        <comment>hub_wrong_digest</comment>
        <translation>{host}가 {file}(으)로 보낸 것은 목록의 파일이 아니어서(다이제스트 불일치) 삭제했습니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>What {host} sent is not the file that is expected (wrong SHA-256), and is deleted: pull again, or use another server.</source>
        <comment>wrong_digest</comment>
        <translation>{host}가 보낸 것은 기대한 파일이 아니어서(SHA-256 불일치) 삭제했습니다. 다시 받거나 다른 서버를 쓰세요.</translation>
    </message>
    <message>
        <source>When beam search ends: False, once better texts are unlikely; True, once num_beams texts have ended; never, once no better text is possible.</source>
        <comment>about_early_stopping</comment>
        <translation>빔 서치가 끝나는 때. False: 더 나은 텍스트의 가능성이 낮을 때, True: num_beams개의 텍스트가 끝났을 때, never: 더 나은 텍스트가 불가능할 때.</translation>
    </message>
    <message>
        <source>With one beam, choose greedy or sampling.</source>
        <comment>greedy_for_one_beam</comment>
        <translation>빔이 하나면 greedy나 샘플링을 고르세요.</translation>
    </message>
    <message>
        <source>Words that never come, each as it stands after a space (fast recipe only).</source>
        <comment>about_bad_words_ids</comment>
        <translation>나오지 않아야 할 단어, 공백 뒤에 오는 그대로(fast 레시피만).</translation>
    </message>
    <message>
        <source>XLA cannot compile {operations}: use other operations, or leave XLA off.</source>
        <comment>no_kernel</comment>
        <translation>XLA가 {operations}을(를) 컴파일할 수 없습니다. 다른 연산을 쓰거나 XLA를 끄세요.</translation>
    </message>
    <message>
        <source>XLA cannot convert upstream&apos;s code for it</source>
        <comment>bad_words_not_converted</comment>
        <translation>XLA가 원본 코드를 변환하지 못합니다</translation>
    </message>
    <message>
        <source>XLA cannot write this program as StableHLO</source>
        <comment>no_stablehlo</comment>
        <translation>XLA가 이 프로그램을 StableHLO로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>XLA did not report what it compiled in this call. How long that took is not known: it is part of the wall time and of no phase.</source>
        <comment>compile_not_reported</comment>
        <translation>이 호출에서 XLA가 컴파일한 것을 보고하지 않았습니다. 걸린 시간을 알 수 없어, 전체 시간에는 들어가지만 어느 단계에도 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>XLA did not say which buffers it assigned</source>
        <comment>no_buffers</comment>
        <translation>XLA가 어떤 버퍼를 할당했는지 알려 주지 않았습니다</translation>
    </message>
    <message>
        <source>XLA ignores output_scores: the switch Probabilities below the text shows them.</source>
        <comment>no_scores_under_xla</comment>
        <translation>XLA는 output_scores를 무시합니다. 텍스트 아래의 확률 스위치가 점수를 보여 줍니다.</translation>
    </message>
    <message>
        <source>You turned {change}. That is not the answer: turn it back, and try another.</source>
        <comment>question_wrong</comment>
        <translation>{change}을(를) 바꿨습니다. 답이 아닙니다. 되돌리고 다른 것을 해 보세요.</translation>
    </message>
    <message>
        <source>`fit` cannot have {field} = {given}: give {wanted}.</source>
        <comment>fit_wrong</comment>
        <translation>`fit`에 {field} = {given}은(는) 쓸 수 없습니다. {wanted}을(를) 주세요.</translation>
    </message>
    <message>
        <source>`{name}` is {kind}, which cannot be called: make it a function.</source>
        <comment>target_not_callable</comment>
        <translation>`{name}`은(는) 호출할 수 없는 {kind}입니다. 함수로 만드세요.</translation>
    </message>
    <message>
        <source>`{name}` must be a table of plain values, without calls and variables.</source>
        <comment>not_a_literal</comment>
        <translation>`{name}`은(는) 호출과 변수가 없는 단순한 값의 표여야 합니다.</translation>
    </message>
    <message>
        <source>`{table}` must be a table of inputs by their names: {{&apos;x&apos;: {{...}}}}.</source>
        <comment>input_not_named</comment>
        <translation>`{table}`은(는) 이름별 입력의 표여야 합니다: {{&apos;x&apos;: {{...}}}}.</translation>
    </message>
    <message>
        <source>a GGUF file of big-endian order: use the little-endian one</source>
        <comment>big_endian_gguf</comment>
        <translation>빅 엔디언 GGUF 파일: 리틀 엔디언 파일을 쓰세요</translation>
    </message>
    <message>
        <source>a GGUF file</source>
        <comment>gguf_file</comment>
        <translation>GGUF 파일</translation>
    </message>
    <message>
        <source>a GGUF file: give it a name that ends in .gguf</source>
        <comment>begins_as_gguf</comment>
        <translation>GGUF 파일: 이름을 .gguf로 끝나게 하세요</translation>
    </message>
    <message>
        <source>a SavedModel of TensorFlow: use the folder of the Transformers model</source>
        <comment>a_saved_model</comment>
        <translation>TensorFlow SavedModel: Transformers 모델의 폴더를 쓰세요</translation>
    </message>
    <message>
        <source>a ZIP archive, as PyTorch&apos;s pickles are: use weights in safetensors</source>
        <comment>zip_archive</comment>
        <translation>PyTorch 피클과 같은 ZIP 압축 파일: safetensors 가중치를 쓰세요</translation>
    </message>
    <message>
        <source>a file of CTranslate2</source>
        <comment>ct2_file</comment>
        <translation>CTranslate2 파일</translation>
    </message>
    <message>
        <source>a file of GGML, older than GGUF: convert it with llama.cpp, or use a GGUF file</source>
        <comment>old_ggml</comment>
        <translation>GGUF보다 오래된 GGML 파일: llama.cpp로 변환하거나 GGUF 파일을 쓰세요</translation>
    </message>
    <message>
        <source>a function</source>
        <comment>a_function</comment>
        <translation>함수</translation>
    </message>
    <message>
        <source>a hidden size of {size:,}</source>
        <comment>a_hidden_size</comment>
        <translation>은닉 크기 {size:,}</translation>
    </message>
    <message>
        <source>a list of lists of token ids</source>
        <comment>a_list_of_ids</comment>
        <translation>토큰 ID 목록의 목록</translation>
    </message>
    <message>
        <source>a mixture of experts</source>
        <comment>mixture_of_experts</comment>
        <translation>전문가 혼합(mixture of experts)</translation>
    </message>
    <message>
        <source>a model for ONNX: use the folder of the Transformers model</source>
        <comment>an_onnx_model</comment>
        <translation>ONNX용 모델: Transformers 모델의 폴더를 쓰세요</translation>
    </message>
    <message>
        <source>a model in Meta&apos;s own format: use the one in the format of Transformers</source>
        <comment>metas_format</comment>
        <translation>Meta 자체 형식의 모델: Transformers 형식의 모델을 쓰세요</translation>
    </message>
    <message>
        <source>a name of Keras in quotes</source>
        <comment>wanted_name</comment>
        <translation>따옴표로 묶은 Keras의 이름</translation>
    </message>
    <message>
        <source>a number between {above:g} and {below:g}</source>
        <comment>number_between</comment>
        <translation>{above:g}보다 크고 {below:g}보다 작은 수</translation>
    </message>
    <message>
        <source>a number</source>
        <comment>a_number</comment>
        <translation>수</translation>
    </message>
    <message>
        <source>a number, a text, or nothing</source>
        <comment>wanted_value</comment>
        <translation>수, 텍스트 또는 없음</translation>
    </message>
    <message>
        <source>a pickle, which can run code: use weights in safetensors</source>
        <comment>a_pickle</comment>
        <translation>코드를 실행할 수 있는 피클: safetensors 가중치를 쓰세요</translation>
    </message>
    <message>
        <source>a pipeline of Diffusers, which makes pictures: choose a text model</source>
        <comment>a_diffusers_pipeline</comment>
        <translation>그림을 만드는 Diffusers 파이프라인: 텍스트 모델을 고르세요</translation>
    </message>
    <message>
        <source>a pointer of Git LFS: run `git lfs pull` in the folder that was cloned, or download the file itself</source>
        <comment>lfs_pointer</comment>
        <translation>Git LFS 포인터: 복제한 폴더에서 `git lfs pull`을 실행하거나 파일 자체를 다운로드하세요</translation>
    </message>
    <message>
        <source>a recording of {windows:,} windows takes eager too long; {most} are compared</source>
        <comment>parity_too_many_windows</comment>
        <translation>윈도 {windows:,}개의 녹음은 eager에 너무 오래 걸립니다. {most}개까지 비교합니다</translation>
    </message>
    <message>
        <source>a safetensors file</source>
        <comment>safetensors_file</comment>
        <translation>safetensors 파일</translation>
    </message>
    <message>
        <source>a sliding window</source>
        <comment>a_sliding_window</comment>
        <translation>슬라이딩 윈도</translation>
    </message>
    <message>
        <source>a text or a list of texts</source>
        <comment>a_list_of_texts</comment>
        <translation>텍스트 또는 텍스트의 목록</translation>
    </message>
    <message>
        <source>a token reads no weights, or computes nothing</source>
        <comment>token_reads_nothing</comment>
        <translation>토큰 하나가 가중치를 읽지 않거나 아무것도 계산하지 않습니다</translation>
    </message>
    <message>
        <source>a tuple of whole numbers, as (16, 10)</source>
        <comment>wanted_shape</comment>
        <translation>정수의 튜플, 예: (16, 10)</translation>
    </message>
    <message>
        <source>a vocabulary of {size:,}</source>
        <comment>a_vocabulary</comment>
        <translation>어휘 {size:,}</translation>
    </message>
    <message>
        <source>a web page: download the file itself, by the download link on its page</source>
        <comment>web_page</comment>
        <translation>웹 페이지: 페이지의 다운로드 링크로 파일 자체를 다운로드하세요</translation>
    </message>
    <message>
        <source>a weight that Mistral has no place for</source>
        <comment>foreign_weight</comment>
        <translation>Mistral에 자리가 없는 가중치</translation>
    </message>
    <message>
        <source>a whole number from 0</source>
        <comment>wanted_seed</comment>
        <translation>0 이상의 정수</translation>
    </message>
    <message>
        <source>a whole number from 2 to 10000</source>
        <comment>wanted_steps</comment>
        <translation>2부터 10000까지의 정수</translation>
    </message>
    <message>
        <source>a whole number from {least:,} to {most:,}</source>
        <comment>whole_number</comment>
        <translation>{least:,}부터 {most:,}까지의 정수</translation>
    </message>
    <message>
        <source>a whole number</source>
        <comment>a_whole_number</comment>
        <translation>정수</translation>
    </message>
    <message>
        <source>after one call</source>
        <comment>measured_calls</comment>
        <translation>호출 한 번 뒤</translation>
    </message>
    <message>
        <source>after {count:,} calls</source>
        <comment>measured_calls</comment>
        <translation>호출 {count:,}번 뒤</translation>
    </message>
    <message>
        <source>aliases</source>
        <comment>aliases</comment>
        <translation>별칭</translation>
    </message>
    <message>
        <source>always divides attention by the root of the head size</source>
        <comment>divides_by_root</comment>
        <translation>항상 어텐션을 헤드 크기의 제곱근으로 나눕니다</translation>
    </message>
    <message>
        <source>always multiplies by its embeddings, and this model has an output layer</source>
        <comment>always_multiplies_by_embeddings</comment>
        <translation>항상 임베딩을 곱하는데, 이 모델에는 출력층이 있습니다</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <comment>hdf5_file</comment>
        <translation>HDF5 파일</translation>
    </message>
    <message>
        <source>an HDF5 file: give the folder that holds it and its config.json</source>
        <comment>begins_as_hdf5</comment>
        <translation>HDF5 파일: 이 파일과 config.json이 있는 폴더를 주세요</translation>
    </message>
    <message>
        <source>an NVIDIA GPU</source>
        <comment>an_nvidia_gpu</comment>
        <translation>NVIDIA GPU</translation>
    </message>
    <message>
        <source>an activation that TensorFlow has ({names})</source>
        <comment>activation</comment>
        <translation>TensorFlow에 있는 활성화 함수({names})</translation>
    </message>
    <message>
        <source>an activation that TensorFlow has ({names}), or one of them after gated-</source>
        <comment>gated_activation</comment>
        <translation>TensorFlow에 있는 활성화 함수({names}) 또는 그중 하나 앞에 gated-를 붙인 것</translation>
    </message>
    <message>
        <source>an adapter (LoRA), not a model: merge it into its model with PEFT&apos;s merge_and_unload() and save that</source>
        <comment>an_adapter</comment>
        <translation>모델이 아니라 어댑터(LoRA): PEFT의 merge_and_unload()로 모델에 병합해 저장하세요</translation>
    </message>
    <message>
        <source>an earlier version of this program made it</source>
        <comment>parity_of_earlier</comment>
        <translation>이 프로그램의 이전 버전이 만들었습니다</translation>
    </message>
    <message>
        <source>an even whole number, or a list of one for each layer of the encoder</source>
        <comment>attention_window</comment>
        <translation>짝수 정수, 또는 인코더 층마다 하나씩의 목록</translation>
    </message>
    <message>
        <source>an object of labels by number</source>
        <comment>labels_by_number</comment>
        <translation>번호별 레이블의 객체</translation>
    </message>
    <message>
        <source>are not settings</source>
        <comment>not_settings</comment>
        <translation>설정이 아닙니다</translation>
    </message>
    <message>
        <source>are not text</source>
        <comment>settings_not_text</comment>
        <translation>텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>are not valid JSON</source>
        <comment>settings_not_json</comment>
        <translation>올바른 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>array items</source>
        <comment>array_items</comment>
        <translation>배열 항목</translation>
    </message>
    <message>
        <source>as measured here</source>
        <comment>as_measured</comment>
        <translation>여기서 측정한 값 기준</translation>
    </message>
    <message>
        <source>ask for at most {room:,} new tokens</source>
        <comment>ask_for_at_most</comment>
        <translation>새 토큰을 최대 {room:,}개까지 요청하세요</translation>
    </message>
    <message>
        <source>attention_mask has shape {mask}, and input_ids {ids}: give both the same.</source>
        <comment>mask_differs</comment>
        <translation>attention_mask의 모양은 {mask}, input_ids는 {ids}입니다. 같게 주세요.</translation>
    </message>
    <message>
        <source>bad_words_ids has {token:,}, which is no token of this model&apos;s {size:,}: use smaller ids, or the word itself.</source>
        <comment>word_above_vocabulary</comment>
        <translation>bad_words_ids에 이 모델의 {size:,}개 토큰에 없는 {token:,}이(가) 있습니다. 더 작은 ID나 단어 자체를 쓰세요.</translation>
    </message>
    <message>
        <source>bad_words_ids is not for the documented recipe, since XLA cannot convert upstream&apos;s code for it: choose the fast recipe, or leave bad_words_ids empty.</source>
        <comment>bad_words_not_documented</comment>
        <translation>bad_words_ids는 documented 레시피에서 쓸 수 없습니다. XLA가 원본 코드를 변환하지 못합니다. fast 레시피를 고르거나 bad_words_ids를 비우세요.</translation>
    </message>
    <message>
        <source>bad_words_ids must be a JSON list of lists of token ids ([[12, 5]]), not {given}.</source>
        <comment>not_a_json_list</comment>
        <translation>bad_words_ids는 {given}이(가) 아니라 토큰 ID 목록의 JSON 목록([[12, 5]])이어야 합니다.</translation>
    </message>
    <message>
        <source>bad_words_ids of several tokens ({words})</source>
        <comment>words_of_several_tokens</comment>
        <translation>여러 토큰으로 된 bad_words_ids({words})</translation>
    </message>
    <message>
        <source>beam search is compared by whole texts, and {tokens:,} new tokens take eager too long; {most} are compared</source>
        <comment>parity_beams_too_long</comment>
        <translation>빔 서치는 텍스트 전체로 비교하는데 새 토큰 {tokens:,}개는 eager에 너무 오래 걸립니다. {most}개까지 비교합니다</translation>
    </message>
    <message>
        <source>biases</source>
        <comment>biases</comment>
        <translation>편향</translation>
    </message>
    <message>
        <source>block must be 1 or more new tokens, not {block}.</source>
        <comment>block_too_small</comment>
        <translation>block은 {block}이(가) 아니라 새 토큰 1개 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>block_tokens must be 1 to {most:,}, got {given:,}.</source>
        <comment>block_out_of_range</comment>
        <translation>block_tokens는 {given:,}이(가) 아니라 1~{most:,}이어야 합니다.</translation>
    </message>
    <message>
        <source>by rough figures</source>
        <comment>by_rough_figures</comment>
        <translation>대략의 수치 기준</translation>
    </message>
    <message>
        <source>by {signal}{doing}</source>
        <comment>ended_by_signal</comment>
        <translation>{signal} 신호{doing}</translation>
    </message>
    <message>
        <source>bytes of a string</source>
        <comment>string_bytes</comment>
        <translation>문자열의 바이트</translation>
    </message>
    <message>
        <source>cached{about}</source>
        <comment>cached</comment>
        <translation>메모리에 있음{about}</translation>
    </message>
    <message>
        <source>call {number} of {arm}</source>
        <comment>lab_call</comment>
        <translation>{arm}의 호출 {number}</translation>
    </message>
    <message>
        <source>call={given} is no call: write call=5 or 5-9.</source>
        <comment>filter_no_call</comment>
        <translation>call={given}은(는) 호출이 아닙니다. call=5 또는 5-9로 쓰세요.</translation>
    </message>
    <message>
        <source>calls until {arm} has paid for its first one, against eager</source>
        <comment>lab_break_even</comment>
        <translation>eager에 견주어 {arm}이(가) 첫 호출의 값을 되찾는 호출 수</translation>
    </message>
    <message>
        <source>cannot be read (not a file)</source>
        <comment>settings_not_a_file</comment>
        <translation>읽을 수 없습니다(파일 아님)</translation>
    </message>
    <message>
        <source>cannot be read ({why})</source>
        <comment>settings_unreadable</comment>
        <translation>읽을 수 없습니다({why})</translation>
    </message>
    <message>
        <source>cannot leave out heads</source>
        <comment>cannot_leave_out_heads</comment>
        <translation>헤드를 뺄 수 없습니다</translation>
    </message>
    <message>
        <source>cannot read a batch in two directions</source>
        <comment>reads_one_way</comment>
        <translation>배치를 두 방향으로 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>capacities must be whole numbers of 2 or more, not {given}.</source>
        <comment>bad_capacities</comment>
        <translation>capacities는 {given}이(가) 아니라 2 이상의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>claims {number:,} {what}</source>
        <comment>claims</comment>
        <translation>{what}이(가) {number:,}개라고 합니다</translation>
    </message>
    <message>
        <source>code {code}{doing}</source>
        <comment>ended_with_code</comment>
        <translation>코드 {code}{doing}</translation>
    </message>
    <message>
        <source>compile</source>
        <comment>figure_compile</comment>
        <translation>컴파일</translation>
    </message>
    <message>
        <source>computes its layers with it, too</source>
        <comment>computes_layers_with_it</comment>
        <translation>층도 그것으로 계산합니다</translation>
    </message>
    <message>
        <source>config.json says attention_window = {windows}, but it must have one entry for each of {layers} encoder layers: correct that entry.</source>
        <comment>windows_of_led</comment>
        <translation>config.json에 attention_window = {windows}(으)로 되어 있지만 인코더 층 {layers}개마다 항목이 하나씩 있어야 합니다. 고치세요.</translation>
    </message>
    <message>
        <source>config.json says d_head = {size:,}, but {model_class} has heads of d_model / n_head = {hidden:,} / {heads:,}: choose another model.</source>
        <comment>heads_of_xlnet</comment>
        <translation>config.json에 d_head = {size:,}(으)로 되어 있지만 {model_class}의 헤드는 d_model / n_head = {hidden:,} / {heads:,}입니다. 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>config.json says heads of {size} (head_dim), and rotary positions need an even number: correct these entries.</source>
        <comment>heads_not_even</comment>
        <translation>config.json에 헤드 크기(head_dim)가 {size}인데 회전 위치에는 짝수가 필요합니다. 이 항목들을 고치세요.</translation>
    </message>
    <message>
        <source>config.json says hidden_size = {hidden} and num_attention_heads = {heads}, which does not divide it, and no head_dim: correct these entries.</source>
        <comment>heads_do_not_divide</comment>
        <translation>config.json에 hidden_size = {hidden}, num_attention_heads = {heads}인데 나누어떨어지지 않고 head_dim도 없습니다. 이 항목들을 고치세요.</translation>
    </message>
    <message>
        <source>config.json says is_encoder_decoder = {value}, which a {family} model cannot be.</source>
        <comment>not_this_architecture</comment>
        <translation>config.json에 is_encoder_decoder = {value}(으)로 되어 있지만 {family} 모델은 그럴 수 없습니다.</translation>
    </message>
    <message>
        <source>config.json says lang_id = {language} and n_langs = {languages}, which has no such language: correct one of them.</source>
        <comment>language_of_xlm</comment>
        <translation>config.json에 lang_id = {language}, n_langs = {languages}인데 그런 언어는 없습니다. 하나를 고치세요.</translation>
    </message>
    <message>
        <source>config.json says num_attention_heads = {heads} and hidden_size = {hidden}, which cannot be: correct these entries.</source>
        <comment>heads_cannot_be</comment>
        <translation>config.json에 num_attention_heads = {heads}, hidden_size = {hidden}(으)로 되어 있는데 불가능합니다. 이 항목들을 고치세요.</translation>
    </message>
    <message>
        <source>config.json says num_key_value_heads = {key_heads}, which cannot be with {heads} heads: correct these entries.</source>
        <comment>key_heads_cannot_be</comment>
        <translation>config.json에 num_key_value_heads = {key_heads}(으)로 되어 있는데 헤드 {heads}개와는 불가능합니다. 이 항목들을 고치세요.</translation>
    </message>
    <message>
        <source>config.json says relative_attention_num_buckets = {buckets:,} and relative_attention_max_distance = {distance:,}, but the first must be even, and the second more than half of it: correct these entries.</source>
        <comment>buckets_of_t5</comment>
        <translation>config.json에 relative_attention_num_buckets = {buckets:,}, relative_attention_max_distance = {distance:,}인데, 앞은 짝수여야 하고 뒤는 그 절반보다 커야 합니다. 이 항목들을 고치세요.</translation>
    </message>
    <message>
        <source>config.json says rotary_dim = {rotary:,}, but it must be an even number up to n_embd / n_head = {hidden:,} / {heads:,}: correct that entry.</source>
        <comment>rotary_of_gptj</comment>
        <translation>config.json에 rotary_dim = {rotary:,}인데 n_embd / n_head = {hidden:,} / {heads:,} 이하의 짝수여야 합니다. 고치세요.</translation>
    </message>
    <message>
        <source>config.json says {entries} = {numbers:,}, a table too large to be computed.</source>
        <comment>table_too_large</comment>
        <translation>config.json에 {entries} = {numbers:,}(으)로 되어 있는데, 계산하기에 표가 너무 큽니다.</translation>
    </message>
    <message>
        <source>config.json says {name} = {value:,}, which cannot be: correct that entry.</source>
        <comment>too_many_positions</comment>
        <translation>config.json에 {name} = {value:,}(으)로 되어 있는데 불가능합니다. 고치세요.</translation>
    </message>
    <message>
        <source>config.json says {name} = {value} and {other_name} = {other}, two names of one field: keep the one that fits the weights.</source>
        <comment>two_names</comment>
        <translation>config.json에 {name} = {value}, {other_name} = {other}(으)로 되어 있는데 한 필드의 두 이름입니다. 가중치에 맞는 쪽을 남기세요.</translation>
    </message>
    <message>
        <source>config.json says {name} = {value}, but it must be {kind}: correct that entry, or choose another model.</source>
        <comment>not_the_kind</comment>
        <translation>config.json에 {name} = {value}(으)로 되어 있지만 {kind}이어야 합니다. 고치거나 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>config.json says {name} = {value}, but {model_class} {why}: choose a model with {name} {kind}.</source>
        <comment>not_neutral</comment>
        <translation>config.json에 {name} = {value}(으)로 되어 있지만, {model_class}: {why}. {name} {kind}인 모델을 고르세요.</translation>
    </message>
    <message>
        <source>config.json says {name} = {value}, which are no parameters of rotary positions: correct that entry.</source>
        <comment>no_rope_parameters</comment>
        <translation>config.json에 {name} = {value}(으)로 되어 있는데 회전 위치의 매개변수가 아닙니다. 고치세요.</translation>
    </message>
    <message>
        <source>config.json says {name} = {value}, which cannot be: correct that entry.</source>
        <comment>cannot_be</comment>
        <translation>config.json에 {name} = {value}(으)로 되어 있는데 불가능합니다. 고치세요.</translation>
    </message>
    <message>
        <source>config.json says {name} = {value}, which is no finite number: download it again.</source>
        <comment>not_finite_entry</comment>
        <translation>config.json에 {name} = {value}(으)로 되어 있는데 유한한 수가 아닙니다. 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>config.json says {places}: keep the one that the model was trained with.</source>
        <comment>rope_disagrees</comment>
        <translation>config.json에 {places}(으)로 되어 있습니다. 모델을 학습한 쪽을 남기세요.</translation>
    </message>
    <message>
        <source>config.json says {place} = {value}, but it must be {kind}: correct that entry.</source>
        <comment>theta_needed</comment>
        <translation>config.json에 {place} = {value}(으)로 되어 있지만 {kind}이어야 합니다. 고치세요.</translation>
    </message>
    <message>
        <source>config.json says {place}.partial_rotary_factor = {value}, but TensorFlow&apos;s Mistral rotates whole heads: choose another model.</source>
        <comment>rope_partial</comment>
        <translation>config.json에 {place}.partial_rotary_factor = {value}(으)로 되어 있지만 TensorFlow의 Mistral은 헤드 전체를 회전합니다. 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>config.json says {place}: this model scales its rotary positions ({kind}), which TensorFlow&apos;s Mistral cannot compute: choose a model without rope scaling.</source>
        <comment>rope_scaled</comment>
        <translation>config.json에 {place}(으)로 되어 있습니다. 이 모델은 회전 위치를 조정하는데({kind}) TensorFlow의 Mistral은 계산할 수 없습니다. rope scaling이 없는 모델을 고르세요.</translation>
    </message>
    <message>
        <source>config.json says {whole} = {size:,} and {part} = {number:,}, which does not divide it: correct that entry.</source>
        <comment>does_not_divide</comment>
        <translation>config.json에 {whole} = {size:,}, {part} = {number:,}인데 나누어떨어지지 않습니다. 고치세요.</translation>
    </message>
    <message>
        <source>decoder_input_ids has {rows} rows, and input_ids {inputs}: give both as many.</source>
        <comment>rows_differ</comment>
        <translation>decoder_input_ids는 {rows}행, input_ids는 {inputs}행입니다. 같은 수로 주세요.</translation>
    </message>
    <message>
        <source>dimensions of a tensor</source>
        <comment>tensor_dimensions</comment>
        <translation>텐서의 차원</translation>
    </message>
    <message>
        <source>do_sample {given} contradicts the strategy {strategy}: give one of the two.</source>
        <comment>contradicts_strategy</comment>
        <translation>do_sample {given}이(가) 전략 {strategy}와(과) 모순됩니다. 둘 중 하나만 주세요.</translation>
    </message>
    <message>
        <source>documented cannot trace never with a length_penalty above 0</source>
        <comment>never_not_traced</comment>
        <translation>documented는 length_penalty가 0보다 클 때 never를 트레이스할 수 없습니다</translation>
    </message>
    <message>
        <source>documented compares tokens with the padding too, which changes the text</source>
        <comment>may_compare_padding</comment>
        <translation>documented는 패딩과도 토큰을 비교해 텍스트가 바뀝니다</translation>
    </message>
    <message>
        <source>documented counts padding as seen, which moves the end of a text if the end token pads</source>
        <comment>may_penalize_padding</comment>
        <translation>documented는 패딩을 이미 나온 것으로 세어, 끝 토큰으로 패딩하면 텍스트의 끝이 옮겨집니다</translation>
    </message>
    <message>
        <source>documented draws every token with the same random numbers, so words may repeat</source>
        <comment>may_repeat_words</comment>
        <translation>documented는 모든 토큰을 같은 난수로 뽑아 단어가 반복될 수 있습니다</translation>
    </message>
    <message>
        <source>documented drops the running beams once one has ended, so better texts can be lost</source>
        <comment>may_lose_beams</comment>
        <translation>documented는 빔 하나가 끝나면 진행 중인 빔을 버려 더 나은 텍스트를 잃을 수 있습니다</translation>
    </message>
    <message>
        <source>documented has its text only when it is over</source>
        <comment>stop_strings_at_end</comment>
        <translation>documented는 끝나야 텍스트가 나옵니다</translation>
    </message>
    <message>
        <source>documented&apos;s beam sampling takes no seed</source>
        <comment>seed_not_read</comment>
        <translation>documented의 빔 샘플링은 시드를 받지 않습니다</translation>
    </message>
    <message>
        <source>documented&apos;s graph and xla arms have no shape for 1</source>
        <comment>one_token_not_traced</comment>
        <translation>documented의 graph와 xla 실행 방식에는 1의 모양이 없습니다</translation>
    </message>
    <message>
        <source>does not divide attention by the number of the layer</source>
        <comment>divides_by_no_layer</comment>
        <translation>어텐션을 층 번호로 나누지 않습니다</translation>
    </message>
    <message>
        <source>does not share weights of encoder and decoder</source>
        <comment>shares_no_weights</comment>
        <translation>인코더와 디코더의 가중치를 공유하지 않습니다</translation>
    </message>
    <message>
        <source>eager, nothing to compile{about}</source>
        <comment>eager</comment>
        <translation>eager, 컴파일할 것 없음{about}</translation>
    </message>
    <message>
        <source>eager: there is nothing to retrace</source>
        <comment>change_eager</comment>
        <translation>eager: 다시 트레이스할 것이 없습니다</translation>
    </message>
    <message>
        <source>early_stopping never cannot be traced by the documented recipe with a length_penalty above 0: choose the fast recipe or the eager arm, or set early_stopping to False or True.</source>
        <comment>never_stopping_not_documented</comment>
        <translation>early_stopping never는 length_penalty가 0보다 클 때 documented 레시피로 트레이스할 수 없습니다. fast 레시피나 eager 실행 방식을 고르거나 early_stopping을 False 또는 True로 하세요.</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>empty_value</comment>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>error of {arm}</source>
        <comment>lab_error</comment>
        <translation>{arm}의 오류</translation>
    </message>
    <message>
        <source>fast_generate takes a TensorFlow model of Transformers, not {given}: load it with TFAutoModelForCausalLM or TFAutoModelForSeq2SeqLM.</source>
        <comment>not_a_tf_model</comment>
        <translation>fast_generate는 {given}이(가) 아니라 Transformers의 TensorFlow 모델을 받습니다. TFAutoModelForCausalLM 또는 TFAutoModelForSeq2SeqLM으로 불러오세요.</translation>
    </message>
    <message>
        <source>fast_generate takes token ids, and this model hears audio: copy it as python.</source>
        <comment>fast_copy_of_speech</comment>
        <translation>fast_generate는 토큰 ID를 받는데 이 모델은 오디오를 듣습니다. python으로 복사하세요.</translation>
    </message>
    <message>
        <source>finding the language</source>
        <comment>finding_language</comment>
        <translation>언어 찾기</translation>
    </message>
    <message>
        <source>first call of {arm}</source>
        <comment>lab_first_call</comment>
        <translation>{arm}의 첫 호출</translation>
    </message>
    <message>
        <source>first call {duration} from disk</source>
        <comment>first_call_from_disk</comment>
        <translation>디스크에서 첫 호출 {duration}</translation>
    </message>
    <message>
        <source>first call {duration}</source>
        <comment>first_call</comment>
        <translation>첫 호출 {duration}</translation>
    </message>
    <message>
        <source>first step of {method}, jit_compile={is_on}</source>
        <comment>lab_first_step</comment>
        <translation>{method}의 첫 단계, jit_compile={is_on}</translation>
    </message>
    <message>
        <source>forced_decoder_ids was left out: choose language and task in the Speech panel.</source>
        <comment>language_not_taken</comment>
        <translation>forced_decoder_ids는 제외했습니다. 음성 패널에서 언어와 작업을 고르세요.</translation>
    </message>
    <message>
        <source>fusions</source>
        <comment>figure_fusions</comment>
        <translation>퓨전</translation>
    </message>
    <message>
        <source>gives the tensor {name} a shape or place that cannot be</source>
        <comment>tensor_out_of_place</comment>
        <translation>텐서 {name}에 불가능한 모양이나 위치가 있습니다</translation>
    </message>
    <message>
        <source>gives the variable {name} the format {number}</source>
        <comment>variable_format</comment>
        <translation>변수 {name}의 형식이 {number}입니다</translation>
    </message>
    <message>
        <source>gives the variable {name} {number} dimensions</source>
        <comment>variable_dimensions</comment>
        <translation>변수 {name}의 차원이 {number}입니다</translation>
    </message>
    <message>
        <source>gives the variable {name} {size:,} bytes</source>
        <comment>variable_size</comment>
        <translation>변수 {name}의 크기가 {size:,}바이트입니다</translation>
    </message>
    <message>
        <source>has a link that leads elsewhere ({name})</source>
        <comment>hdf5_link</comment>
        <translation>다른 곳으로 가는 링크가 있습니다({name})</translation>
    </message>
    <message>
        <source>has a name of {size:,} bytes</source>
        <comment>name_too_long</comment>
        <translation>이름이 {size:,}바이트입니다</translation>
    </message>
    <message>
        <source>has a value of type {number}</source>
        <comment>unknown_value_type</comment>
        <translation>{number} 유형의 값이 있습니다</translation>
    </message>
    <message>
        <source>has arrays of arrays</source>
        <comment>arrays_of_arrays</comment>
        <translation>배열의 배열이 있습니다</translation>
    </message>
    <message>
        <source>has groups that hold each other, or too many</source>
        <comment>hdf5_groups</comment>
        <translation>서로를 포함하는 그룹이 있거나 너무 많습니다</translation>
    </message>
    <message>
        <source>has no adaptive softmax</source>
        <comment>has_no_adaptive_softmax</comment>
        <translation>적응형 소프트맥스가 없습니다</translation>
    </message>
    <message>
        <source>has no biases</source>
        <comment>has_no_biases</comment>
        <translation>편향이 없습니다</translation>
    </message>
    <message>
        <source>has no encoder here to attend to</source>
        <comment>has_no_encoder</comment>
        <translation>여기에는 볼 인코더가 없습니다</translation>
    </message>
    <message>
        <source>has one table of embeddings for encoder and decoder</source>
        <comment>has_one_table</comment>
        <translation>인코더와 디코더의 임베딩 표가 하나입니다</translation>
    </message>
    <message>
        <source>has rotary positions</source>
        <comment>has_rotary_positions</comment>
        <translation>회전 위치가 있습니다</translation>
    </message>
    <message>
        <source>has tensors that overlap</source>
        <comment>tensors_overlap</comment>
        <translation>겹치는 텐서가 있습니다</translation>
    </message>
    <message>
        <source>has the alias {alias} of {name}</source>
        <comment>bad_alias</comment>
        <translation>{name}의 별칭 {alias}이(가) 있습니다</translation>
    </message>
    <message>
        <source>has the metadata entry {name} twice</source>
        <comment>entry_twice</comment>
        <translation>메타데이터 항목 {name}이(가) 두 번 있습니다</translation>
    </message>
    <message>
        <source>has the tensor {name} twice</source>
        <comment>tensor_twice</comment>
        <translation>텐서 {name}이(가) 두 번 있습니다</translation>
    </message>
    <message>
        <source>has the variable {name} twice</source>
        <comment>variable_twice</comment>
        <translation>변수 {name}이(가) 두 번 있습니다</translation>
    </message>
    <message>
        <source>have entries that cannot be read ({names}), which were reset</source>
        <comment>settings_reset</comment>
        <translation>읽을 수 없는 항목({names})이 있어 초기화했습니다</translation>
    </message>
    <message>
        <source>holds {name}, which is no weight</source>
        <comment>hdf5_no_weight</comment>
        <translation>가중치가 아닌 {name}이(가) 있습니다</translation>
    </message>
    <message>
        <source>install the package again</source>
        <comment>install_again</comment>
        <translation>패키지를 다시 설치하세요</translation>
    </message>
    <message>
        <source>instructions</source>
        <comment>figure_instructions</comment>
        <translation>명령어</translation>
    </message>
    <message>
        <source>is an encoder</source>
        <comment>is_an_encoder</comment>
        <translation>인코더입니다</translation>
    </message>
    <message>
        <source>is no language of the model</source>
        <comment>no_language_of_model</comment>
        <translation>모델의 언어가 아닙니다</translation>
    </message>
    <message>
        <source>is no list of positions</source>
        <comment>no_list_of_positions</comment>
        <translation>위치의 목록이 아닙니다</translation>
    </message>
    <message>
        <source>is no mapping</source>
        <comment>no_mapping</comment>
        <translation>매핑이 아닙니다</translation>
    </message>
    <message>
        <source>is no token of its {size:,}</source>
        <comment>no_token_of_model</comment>
        <translation>{size:,}개의 토큰에 없습니다</translation>
    </message>
    <message>
        <source>is none of {tasks}</source>
        <comment>none_of_tasks</comment>
        <translation>{tasks} 중 하나가 아닙니다</translation>
    </message>
    <message>
        <source>it captured a constant of {size:,} bytes</source>
        <comment>captured_constant</comment>
        <translation>{size:,}바이트 상수를 담았습니다</translation>
    </message>
    <message>
        <source>it captured a variable that is not the model&apos;s</source>
        <comment>captured_variable</comment>
        <translation>모델의 것이 아닌 변수를 담았습니다</translation>
    </message>
    <message>
        <source>it never pays for its first call</source>
        <comment>measured_never</comment>
        <translation>첫 호출의 비용을 회수하지 못합니다</translation>
    </message>
    <message>
        <source>it said nothing</source>
        <comment>said_nothing</comment>
        <translation>아무 말도 없었습니다</translation>
    </message>
    <message>
        <source>it takes {size}, the store may hold {limit}</source>
        <comment>above_store_limit</comment>
        <translation>크기가 {size}인데 저장소 한도는 {limit}입니다</translation>
    </message>
    <message>
        <source>it was dropped from memory to make room for others</source>
        <comment>made_room</comment>
        <translation>다른 것을 위해 메모리에서 내보냈습니다</translation>
    </message>
    <message>
        <source>it was not made in this process</source>
        <comment>not_made_here</comment>
        <translation>이 프로세스에서 만든 것이 아닙니다</translation>
    </message>
    <message>
        <source>it was stored by another state of this program&apos;s code</source>
        <comment>other_code</comment>
        <translation>이 프로그램의 다른 코드 상태가 저장했습니다</translation>
    </message>
    <message>
        <source>it was stored by another version, on another machine or for other weights</source>
        <comment>other_surroundings</comment>
        <translation>다른 버전, 다른 컴퓨터 또는 다른 가중치로 저장했습니다</translation>
    </message>
    <message>
        <source>it was stored by version {old}, this is {new}</source>
        <comment>other_version</comment>
        <translation>버전 {old}이(가) 저장했고, 지금은 {new}입니다</translation>
    </message>
    <message>
        <source>it was stored for other weights or another tokenizer</source>
        <comment>other_weights</comment>
        <translation>다른 가중치나 토크나이저로 저장했습니다</translation>
    </message>
    <message>
        <source>it was stored for {old} processors, this process has {new}</source>
        <comment>other_threads</comment>
        <translation>프로세서 {old}개로 저장했고, 이 프로세스는 {new}개입니다</translation>
    </message>
    <message>
        <source>it was stored on another device</source>
        <comment>other_device</comment>
        <translation>다른 장치에서 저장했습니다</translation>
    </message>
    <message>
        <source>it was stored on another processor</source>
        <comment>other_processor</comment>
        <translation>다른 프로세서에서 저장했습니다</translation>
    </message>
    <message>
        <source>it was stored with TensorFlow {old}, this is {new}</source>
        <comment>other_tensorflow</comment>
        <translation>TensorFlow {old}(으)로 저장했고, 지금은 {new}입니다</translation>
    </message>
    <message>
        <source>it was stored with Transformers {old}, this is {new}</source>
        <comment>other_transformers</comment>
        <translation>Transformers {old}(으)로 저장했고, 지금은 {new}입니다</translation>
    </message>
    <message>
        <source>it was stored with other variables of TensorFlow&apos;s environment</source>
        <comment>other_variables_set</comment>
        <translation>TensorFlow의 다른 환경 변수로 저장했습니다</translation>
    </message>
    <message>
        <source>it was stored with {name}={old}, now it is {new}</source>
        <comment>other_flags</comment>
        <translation>{name}={old}(으)로 저장했고, 지금은 {new}입니다</translation>
    </message>
    <message>
        <source>it was traced with other rewrites</source>
        <comment>other_rewrites</comment>
        <translation>다른 재작성으로 트레이스했습니다</translation>
    </message>
    <message>
        <source>its file has no {name}: take one of {names}.</source>
        <comment>lesson_no_knob</comment>
        <translation>그 파일에는 {name}이(가) 없습니다. {names} 중에서 고르세요.</translation>
    </message>
    <message>
        <source>its model is not here</source>
        <comment>no_model_here</comment>
        <translation>그 모델이 여기에 없습니다</translation>
    </message>
    <message>
        <source>its model is traced without rewrites now</source>
        <comment>without_rewrites</comment>
        <translation>그 모델은 이제 재작성 없이 트레이스합니다</translation>
    </message>
    <message>
        <source>its model&apos;s files have changed</source>
        <comment>files_changed</comment>
        <translation>그 모델의 파일이 바뀌었습니다</translation>
    </message>
    <message>
        <source>its result has the shape {shape}, that of {other} has {wanted}.</source>
        <comment>other_result_shape</comment>
        <translation>결과의 모양이 {shape}인데 {other}의 모양은 {wanted}입니다.</translation>
    </message>
    <message>
        <source>its tokens are drawn at random</source>
        <comment>parity_is_drawn</comment>
        <translation>토큰을 무작위로 뽑습니다</translation>
    </message>
    <message>
        <source>keeps its memories</source>
        <comment>keeps_memories</comment>
        <translation>메모리(mems)를 유지합니다</translation>
    </message>
    <message>
        <source>killed{doing}, perhaps because memory ran out</source>
        <comment>was_killed</comment>
        <translation>강제 종료{doing}, 메모리가 모자랐을 수 있습니다</translation>
    </message>
    <message>
        <source>largest difference of the losses, jit_compile=True from False</source>
        <comment>lab_losses</comment>
        <translation>손실의 가장 큰 차이, jit_compile=True와 False</translation>
    </message>
    <message>
        <source>largest difference of the results of {arm} from eager</source>
        <comment>lab_difference</comment>
        <translation>{arm} 결과와 eager의 가장 큰 차이</translation>
    </message>
    <message>
        <source>leaves a place free for any word</source>
        <comment>place_left_free</comment>
        <translation>아무 단어나 올 자리가 비어 있습니다</translation>
    </message>
    <message>
        <source>live: no retrace within the capacity of {capacity:,} tokens</source>
        <comment>change_live_within</comment>
        <translation>라이브: 토큰 {capacity:,}개 용량 안에서는 다시 트레이스하지 않음</translation>
    </message>
    <message>
        <source>live: no retrace</source>
        <comment>change_live</comment>
        <translation>라이브: 다시 트레이스하지 않음</translation>
    </message>
    <message>
        <source>load</source>
        <comment>figure_load</comment>
        <translation>불러오기</translation>
    </message>
    <message>
        <source>longest phase: {phase}</source>
        <comment>expect_longest</comment>
        <translation>가장 긴 단계: {phase}</translation>
    </message>
    <message>
        <source>looks for embeddings, of which this model stores a copy under another name</source>
        <comment>looks_for_embeddings</comment>
        <translation>임베딩을 찾는데, 이 모델은 사본을 다른 이름으로 저장합니다</translation>
    </message>
    <message>
        <source>loops</source>
        <comment>figure_while_loops</comment>
        <translation>루프</translation>
    </message>
    <message>
        <source>matrix products (dot)</source>
        <comment>figure_dots</comment>
        <translation>행렬 곱(dot)</translation>
    </message>
    <message>
        <source>max_length counts the tokens of the chat template, which are not known here: give max_new_tokens.</source>
        <comment>length_of_chat</comment>
        <translation>max_length는 여기서 알 수 없는 채팅 템플릿의 토큰도 셉니다. max_new_tokens를 주세요.</translation>
    </message>
    <message>
        <source>max_length {longest:,} leaves no new token after the {count:,} of the input: raise it, or give max_new_tokens.</source>
        <comment>no_token_after</comment>
        <translation>max_length {longest:,}에서는 입력 {count:,}개 뒤에 새 토큰이 남지 않습니다. 늘리거나 max_new_tokens를 주세요.</translation>
    </message>
    <message>
        <source>max_length {longest} leaves no token after the {length:,} of the input: pass max_new_tokens, or raise max_length.</source>
        <comment>no_new_token_left</comment>
        <translation>max_length {longest}에서는 입력 {length:,}개 뒤에 남는 토큰이 없습니다. max_new_tokens를 주거나 max_length를 늘리세요.</translation>
    </message>
    <message>
        <source>max_new_tokens must be a number: only speech goes on to what is held.</source>
        <comment>new_tokens_open</comment>
        <translation>max_new_tokens는 수여야 합니다. 담는 만큼 계속하는 것은 음성뿐입니다.</translation>
    </message>
    <message>
        <source>max_new_tokens must be at least 2 in the graph and xla arms, whose loops have no shape for one token: ask for 2, or use the fast recipe or the eager arm.</source>
        <comment>one_token_compiled</comment>
        <translation>max_new_tokens는 graph와 xla 실행 방식에서 2 이상이어야 합니다. 루프에 토큰 하나의 모양이 없습니다. 2를 쓰거나 fast 레시피나 eager 실행 방식을 쓰세요.</translation>
    </message>
    <message>
        <source>memory budget</source>
        <comment>memory_budget_field</comment>
        <translation>메모리 예산</translation>
    </message>
    <message>
        <source>memory limit</source>
        <comment>memory_limit</comment>
        <translation>메모리 한도</translation>
    </message>
    <message>
        <source>metadata entries</source>
        <comment>metadata_entries</comment>
        <translation>메타데이터 항목</translation>
    </message>
    <message>
        <source>min_new_tokens {least:,} is more than max_new_tokens {most:,}: ask for fewer, or raise max_new_tokens.</source>
        <comment>min_above_max_new_tokens</comment>
        <translation>min_new_tokens {least:,}이(가) max_new_tokens {most:,}보다 큽니다. 줄이거나 max_new_tokens를 늘리세요.</translation>
    </message>
    <message>
        <source>name a Python that has KerasHub with --peer-python PATH</source>
        <comment>name_keras</comment>
        <translation>KerasHub가 있는 Python을 --peer-python PATH로 지정하세요</translation>
    </message>
    <message>
        <source>needs tokens of languages and tasks</source>
        <comment>needs_choice_tokens</comment>
        <translation>언어와 작업의 토큰이 필요합니다</translation>
    </message>
    <message>
        <source>new because of</source>
        <comment>figure_reasons</comment>
        <translation>새로 만든 이유</translation>
    </message>
    <message>
        <source>new tokens</source>
        <comment>figure_new_tokens</comment>
        <translation>새 토큰</translation>
    </message>
    <message>
        <source>new: {range}{because}</source>
        <comment>new</comment>
        <translation>새로 만듦: {range}{because}</translation>
    </message>
    <message>
        <source>no sign of life for {seconds} s{doing}</source>
        <comment>was_silent</comment>
        <translation>{seconds} s 동안 응답 없음{doing}</translation>
    </message>
    <message>
        <source>no steady call was made</source>
        <comment>no_steady_call</comment>
        <translation>정상 호출이 없었습니다</translation>
    </message>
    <message>
        <source>no token</source>
        <comment>no_token</comment>
        <translation>토큰 아님</translation>
    </message>
    <message>
        <source>no tokenizer</source>
        <comment>not_tokenizer</comment>
        <translation>토크나이저 없음</translation>
    </message>
    <message>
        <source>no {name}</source>
        <comment>key_lacks</comment>
        <translation>{name} 없음</translation>
    </message>
    <message>
        <source>no_repeat_ngram_size is not for the documented recipe, since no tf.function can hold upstream&apos;s code for it: choose the fast recipe, or set no_repeat_ngram_size to 0 and use repetition_penalty.</source>
        <comment>ngrams_not_documented</comment>
        <translation>no_repeat_ngram_size는 documented 레시피에서 쓸 수 없습니다. 어떤 tf.function도 원본 코드를 담지 못합니다. fast 레시피를 고르거나 no_repeat_ngram_size를 0으로 하고 repetition_penalty를 쓰세요.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no_value</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>none</source>
        <comment>none_bundled</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>not a configuration</source>
        <comment>not_configuration</comment>
        <translation>설정이 아님</translation>
    </message>
    <message>
        <source>not an index of weights</source>
        <comment>not_index</comment>
        <translation>가중치 색인이 아님</translation>
    </message>
    <message>
        <source>not at all</source>
        <comment>pad_not_at_all</comment>
        <translation>하지 않음</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <comment>not_json</comment>
        <translation>올바른 JSON이 아님</translation>
    </message>
    <message>
        <source>not valid JSON, or no settings</source>
        <comment>not_settings_json</comment>
        <translation>올바른 JSON이 아니거나 설정이 아닙니다</translation>
    </message>
    <message>
        <source>nothing is specialized yet in this process</source>
        <comment>nothing_specialized</comment>
        <translation>이 프로세스에서 아직 아무것도 특수화하지 않았습니다</translation>
    </message>
    <message>
        <source>nothing stands before it</source>
        <comment>nothing_before</comment>
        <translation>앞에 아무것도 없습니다</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>nothing</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>notices</source>
        <comment>figure_notices</comment>
        <translation>알림</translation>
    </message>
    <message>
        <source>num_beam_groups (diverse beams) is not implemented in TensorFlow.</source>
        <comment>no_beam_groups</comment>
        <translation>num_beam_groups(다양한 빔)는 TensorFlow에 구현되지 않았습니다.</translation>
    </message>
    <message>
        <source>num_return_sequences {copies} needs texts that differ: set do_sample=True, or num_beams to as many.</source>
        <comment>texts_must_differ</comment>
        <translation>num_return_sequences {copies}에는 서로 다른 텍스트가 필요합니다. do_sample=True로 하거나 num_beams를 그만큼 늘리세요.</translation>
    </message>
    <message>
        <source>num_return_sequences {sequences} is more than num_beams {beams}: beams are what is returned, so raise num_beams or return fewer.</source>
        <comment>more_sequences_than_beams</comment>
        <translation>num_return_sequences {sequences}이(가) num_beams {beams}보다 큽니다. 빔이 곧 반환되는 것이니 num_beams를 늘리거나 적게 반환하세요.</translation>
    </message>
    <message>
        <source>one of loss, optimizer, steps and targets</source>
        <comment>wanted_fit_field</comment>
        <translation>loss, optimizer, steps, targets 중 하나</translation>
    </message>
    <message>
        <source>one of shape, dtype, distribution, seed and value</source>
        <comment>wanted_field</comment>
        <translation>shape, dtype, distribution, seed, value 중 하나</translation>
    </message>
    <message>
        <source>one of {parts} parts</source>
        <comment>one_of_parts</comment>
        <translation>{parts}개 부분 중 하나</translation>
    </message>
    <message>
        <source>one or two whole numbers</source>
        <comment>a_seed</comment>
        <translation>정수 하나 또는 둘</translation>
    </message>
    <message>
        <source>output_scores is ignored under XLA: only the tokens come back.</source>
        <comment>scores_ignored</comment>
        <translation>output_scores는 XLA에서 무시됩니다. 토큰만 돌아옵니다.</translation>
    </message>
    <message>
        <source>packed: unpack it</source>
        <comment>packed</comment>
        <translation>압축 파일: 압축을 푸세요</translation>
    </message>
    <message>
        <source>padded length</source>
        <comment>figure_padded_length</comment>
        <translation>패딩된 길이</translation>
    </message>
    <message>
        <source>pads to {tokens:,} tokens, and the model takes {limit:,}</source>
        <comment>pads_too_far</comment>
        <translation>토큰 {tokens:,}개까지 패딩하는데 모델은 {limit:,}개를 받습니다</translation>
    </message>
    <message>
        <source>part {number} of {parts}</source>
        <comment>part_of</comment>
        <translation>{parts}개 중 {number}번째 부분</translation>
    </message>
    <message>
        <source>passes over head_dim, which this model needs</source>
        <comment>passes_over_head_dim</comment>
        <translation>이 모델에 필요한 head_dim을 무시합니다</translation>
    </message>
    <message>
        <source>phases</source>
        <comment>figure_phases</comment>
        <translation>단계</translation>
    </message>
    <message>
        <source>programs traced</source>
        <comment>figure_traces</comment>
        <translation>트레이스한 프로그램</translation>
    </message>
    <message>
        <source>refused because of</source>
        <comment>figure_refused</comment>
        <translation>거부된 이유</translation>
    </message>
    <message>
        <source>rope scaling</source>
        <comment>rope_scaling</comment>
        <translation>rope scaling</translation>
    </message>
    <message>
        <source>rotates half against half</source>
        <comment>rotates_halves</comment>
        <translation>절반을 절반과 회전합니다</translation>
    </message>
    <message>
        <source>rotates whole heads</source>
        <comment>rotates_whole_heads</comment>
        <translation>헤드 전체를 회전합니다</translation>
    </message>
    <message>
        <source>run</source>
        <comment>figure_run</comment>
        <translation>실행</translation>
    </message>
    <message>
        <source>says an alignment of {alignment}</source>
        <comment>bad_alignment</comment>
        <translation>정렬이 {alignment}(이)라고 합니다</translation>
    </message>
    <message>
        <source>says that it holds more than it does</source>
        <comment>hdf5_too_much</comment>
        <translation>실제보다 많이 담았다고 합니다</translation>
    </message>
    <message>
        <source>shorten the prompt</source>
        <comment>shorten_the_prompt</comment>
        <translation>프롬프트를 줄이세요</translation>
    </message>
    <message>
        <source>side of the padding</source>
        <comment>figure_padding_side</comment>
        <translation>패딩 방향</translation>
    </message>
    <message>
        <source>source of the program</source>
        <comment>figure_cache</comment>
        <translation>프로그램의 출처</translation>
    </message>
    <message>
        <source>source of the program, {arm}, call by call</source>
        <comment>lab_cache</comment>
        <translation>{arm}의 프로그램 출처, 호출별</translation>
    </message>
    <message>
        <source>specialization={given} is no number: write specialization=5.</source>
        <comment>filter_no_number</comment>
        <translation>specialization={given}은(는) 수가 아닙니다. specialization=5로 쓰세요.</translation>
    </message>
    <message>
        <source>steady call of {arm}</source>
        <comment>lab_steady</comment>
        <translation>{arm}의 정상 호출</translation>
    </message>
    <message>
        <source>steady step of {method}, jit_compile={is_on}</source>
        <comment>lab_step</comment>
        <translation>{method}의 정상 단계, jit_compile={is_on}</translation>
    </message>
    <message>
        <source>steady {duration}</source>
        <comment>steady</comment>
        <translation>정상 {duration}</translation>
    </message>
    <message>
        <source>stop_strings are found in text: pass tokenizer= as well.</source>
        <comment>tokenizer_needed</comment>
        <translation>stop_strings는 텍스트에서 찾습니다. tokenizer=도 주세요.</translation>
    </message>
    <message>
        <source>stop_strings ends one text at a time, which beams are not: choose greedy search or sampling, or leave stop_strings empty.</source>
        <comment>stop_strings_of_beams</comment>
        <translation>stop_strings는 텍스트를 하나씩 끝내는데 빔은 그렇지 않습니다. 탐욕 서치나 샘플링을 고르거나 stop_strings를 비우세요.</translation>
    </message>
    <message>
        <source>stop_strings is not for the documented recipe, whose text comes only at the end: choose the fast recipe, or leave stop_strings empty.</source>
        <comment>stop_strings_not_documented</comment>
        <translation>stop_strings는 documented 레시피에서 쓸 수 없습니다. 텍스트가 끝에서만 나옵니다. fast 레시피를 고르거나 stop_strings를 비우세요.</translation>
    </message>
    <message>
        <source>store limit</source>
        <comment>store_limit_field</comment>
        <translation>저장소 한도</translation>
    </message>
    <message>
        <source>store</source>
        <comment>figure_store</comment>
        <translation>저장</translation>
    </message>
    <message>
        <source>stored: {range}</source>
        <comment>stored</comment>
        <translation>저장됨: {range}</translation>
    </message>
    <message>
        <source>stores {name} compressed or in part</source>
        <comment>hdf5_compressed</comment>
        <translation>{name}을(를) 압축하거나 일부만 저장했습니다</translation>
    </message>
    <message>
        <source>structural once it is on: a new specialization{cost}; then live</source>
        <comment>change_switches_on</comment>
        <translation>켜면 구조적: 새 특수화{cost}, 그다음은 라이브</translation>
    </message>
    <message>
        <source>structural: a new specialization{cost}</source>
        <comment>change_structural</comment>
        <translation>구조적: 새 특수화{cost}</translation>
    </message>
    <message>
        <source>takes {name} from another file</source>
        <comment>hdf5_other_file</comment>
        <translation>다른 파일에서 {name}을(를) 가져옵니다</translation>
    </message>
    <message>
        <source>tanh instructions</source>
        <comment>figure_tanh</comment>
        <translation>tanh 명령어</translation>
    </message>
    <message>
        <source>tensors</source>
        <comment>tensors</comment>
        <translation>텐서</translation>
    </message>
    <message>
        <source>text</source>
        <comment>figure_text</comment>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>the benchmark table of the post, on a T4</source>
        <comment>source_table_t4</comment>
        <translation>글의 벤치마크 표, T4</translation>
    </message>
    <message>
        <source>the benchmark table of the post, on an A100</source>
        <comment>source_table_a100</comment>
        <translation>글의 벤치마크 표, A100</translation>
    </message>
    <message>
        <source>the call did not come to its end</source>
        <comment>parity_not_completed</comment>
        <translation>호출이 끝까지 가지 못했습니다</translation>
    </message>
    <message>
        <source>the call is eager itself</source>
        <comment>parity_is_eager</comment>
        <translation>호출 자체가 eager입니다</translation>
    </message>
    <message>
        <source>the call wrote no token</source>
        <comment>parity_no_tokens</comment>
        <translation>호출이 토큰을 쓰지 않았습니다</translation>
    </message>
    <message>
        <source>the calls</source>
        <comment>calls_turned</comment>
        <translation>호출</translation>
    </message>
    <message>
        <source>the code asks for more than its {limit} of memory: use smaller tensors.</source>
        <comment>out_of_memory</comment>
        <translation>코드가 메모리 한도 {limit}보다 많이 요구합니다. 더 작은 텐서를 쓰세요.</translation>
    </message>
    <message>
        <source>the code ends its process by {call}: remove that call.</source>
        <comment>code_exited</comment>
        <translation>코드가 {call}(으)로 프로세스를 끝냅니다. 그 호출을 빼세요.</translation>
    </message>
    <message>
        <source>the code ran for more than its {seconds} s and was ended here.</source>
        <comment>out_of_time</comment>
        <translation>코드가 {seconds} s보다 오래 실행되어 여기서 끝냈습니다.</translation>
    </message>
    <message>
        <source>the end of the text</source>
        <comment>parity_end_of_text</comment>
        <translation>텍스트의 끝</translation>
    </message>
    <message>
        <source>the function has no input {name}: it has {names}.</source>
        <comment>input_unknown</comment>
        <translation>함수에 입력 {name}이(가) 없습니다. 있는 것: {names}.</translation>
    </message>
    <message>
        <source>the function returns {kind}, no tensor: return one or more tensors.</source>
        <comment>no_tensor</comment>
        <translation>함수가 텐서가 아닌 {kind}을(를) 돌려줍니다. 텐서를 하나 이상 돌려주세요.</translation>
    </message>
    <message>
        <source>the guide, on a T4</source>
        <comment>source_guide</comment>
        <translation>가이드, T4</translation>
    </message>
    <message>
        <source>the lab has no template {name}: take one of {names}.</source>
        <comment>lesson_no_template</comment>
        <translation>랩에 {name} 템플릿이 없습니다. {names} 중에서 고르세요.</translation>
    </message>
    <message>
        <source>the model has other variables</source>
        <comment>other_variables</comment>
        <translation>모델의 변수가 다릅니다</translation>
    </message>
    <message>
        <source>the model&apos;s scores are no numbers here</source>
        <comment>no_numbers</comment>
        <translation>여기서는 모델의 점수가 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>the model&apos;s scores are no numbers there</source>
        <comment>parity_no_numbers</comment>
        <translation>거기서 모델의 점수가 수가 아닙니다</translation>
    </message>
    <message>
        <source>the options of the call leave no token here</source>
        <comment>nothing_left</comment>
        <translation>호출의 옵션이 여기에 남기는 토큰이 없습니다</translation>
    </message>
    <message>
        <source>the process of the code ended without a word (code {code}).</source>
        <comment>code_gone</comment>
        <translation>코드의 프로세스가 아무 말 없이 끝났습니다(코드 {code}).</translation>
    </message>
    <message>
        <source>the process of the code was ended by {signal}.</source>
        <comment>code_killed</comment>
        <translation>코드의 프로세스가 {signal}(으)로 끝났습니다.</translation>
    </message>
    <message>
        <source>the program has no loop that makes tokens</source>
        <comment>no_token_loop</comment>
        <translation>프로그램에 토큰을 만드는 루프가 없습니다</translation>
    </message>
    <message>
        <source>the program makes no tokens</source>
        <comment>no_tokens</comment>
        <translation>프로그램이 토큰을 만들지 않습니다</translation>
    </message>
    <message>
        <source>the {positions:,} positions of this {family} model</source>
        <comment>positions_of_model</comment>
        <translation>이 {family} 모델의 위치 {positions:,}개</translation>
    </message>
    <message>
        <source>the {positions:,} that are computed here for a model without a limit of its own</source>
        <comment>positions_here</comment>
        <translation>자체 한도가 없는 모델에 대해 여기서 계산하는 {positions:,}개</translation>
    </message>
    <message>
        <source>there is no package {name} here: install it, or remove the import.</source>
        <comment>no_package</comment>
        <translation>여기에 {name} 패키지가 없습니다. 설치하거나 import를 빼세요.</translation>
    </message>
    <message>
        <source>this is not valid Python ({why}): correct it.</source>
        <comment>syntax_wrong</comment>
        <translation>올바른 Python이 아닙니다({why}). 고치세요.</translation>
    </message>
    <message>
        <source>this machine was not measured: run `{command}`</source>
        <comment>machine_not_measured</comment>
        <translation>이 컴퓨터를 측정하지 않았습니다: `{command}`를 실행하세요</translation>
    </message>
    <message>
        <source>time limit</source>
        <comment>time_limit</comment>
        <translation>시간 한도</translation>
    </message>
    <message>
        <source>to a multiple of {multiple}</source>
        <comment>pad_to_multiple</comment>
        <translation>{multiple}의 배수까지</translation>
    </message>
    <message>
        <source>to a power of two</source>
        <comment>pad_to_power_of_two</comment>
        <translation>2의 거듭제곱까지</translation>
    </message>
    <message>
        <source>to the longest</source>
        <comment>pad_to_longest</comment>
        <translation>가장 긴 것까지</translation>
    </message>
    <message>
        <source>to {length} tokens</source>
        <comment>pad_to_length</comment>
        <translation>토큰 {length}개까지</translation>
    </message>
    <message>
        <source>tokens of the prompt</source>
        <comment>figure_prompt_tokens</comment>
        <translation>프롬프트의 토큰</translation>
    </message>
    <message>
        <source>tokens</source>
        <comment>figure_tokens</comment>
        <translation>토큰</translation>
    </message>
    <message>
        <source>top_k {top_k:,} is more than the vocabulary of {size:,} tokens: use fewer, or 0 to keep all.</source>
        <comment>top_k_above_vocabulary</comment>
        <translation>top_k {top_k:,}이(가) 어휘의 토큰 {size:,}개보다 많습니다. 줄이거나, 모두 유지하려면 0으로 하세요.</translation>
    </message>
    <message>
        <source>top_k {top_k} leaves contrastive search nothing to choose from: use 2 or more (4 is usual).</source>
        <comment>nothing_to_contrast</comment>
        <translation>top_k {top_k}에서는 대조 서치가 고를 것이 없습니다. 2 이상으로 하세요(보통 4).</translation>
    </message>
    <message>
        <source>trace</source>
        <comment>figure_trace</comment>
        <translation>트레이스</translation>
    </message>
    <message>
        <source>traced again by {arm} because of</source>
        <comment>lab_reasons</comment>
        <translation>{arm}이(가) 다시 트레이스한 이유</translation>
    </message>
    <message>
        <source>traces of {arm} after its first call</source>
        <comment>lab_retraces</comment>
        <translation>첫 호출 뒤 {arm}의 트레이스</translation>
    </message>
    <message>
        <source>truncation was left out: prompts are never cut here, a long one is refused.</source>
        <comment>no_truncation</comment>
        <translation>truncation은 제외했습니다. 여기서는 프롬프트를 자르지 않고 긴 것을 거부합니다.</translation>
    </message>
    <message>
        <source>try without PYTHONPATH, which puts {entry} before what is installed</source>
        <comment>try_without_path</comment>
        <translation>설치된 것보다 {entry}을(를) 앞에 두는 PYTHONPATH 없이 해 보세요</translation>
    </message>
    <message>
        <source>try without what is set here{noted}</source>
        <comment>try_without_settings</comment>
        <translation>여기 설정된 것 없이 해 보세요{noted}</translation>
    </message>
    <message>
        <source>variables</source>
        <comment>variables</comment>
        <translation>변수</translation>
    </message>
    <message>
        <source>were written by a newer version</source>
        <comment>settings_newer</comment>
        <translation>더 새 버전이 쓴 것입니다</translation>
    </message>
    <message>
        <source>what is not known here</source>
        <comment>unknown_here</comment>
        <translation>여기서 모르는 것</translation>
    </message>
    <message>
        <source>whole call</source>
        <comment>figure_total</comment>
        <translation>호출 전체</translation>
    </message>
    <message>
        <source>window {number}</source>
        <comment>window</comment>
        <translation>윈도 {number}</translation>
    </message>
    <message>
        <source>windows {numbers}</source>
        <comment>windows</comment>
        <translation>윈도 {numbers}</translation>
    </message>
    <message>
        <source>{beginning:,} tokens and {tokens:,} new ones pass the largest capacity of {capacity:,}: ask for fewer new tokens, shorten the prompt, or pass capacities of at least {needed:,} to fast_generate.</source>
        <comment>above_capacities</comment>
        <translation>토큰 {beginning:,}개와 새 토큰 {tokens:,}개가 최대 용량 {capacity:,}을(를) 넘습니다. 새 토큰을 줄이거나, 프롬프트를 줄이거나, fast_generate에 {needed:,} 이상의 capacities를 주세요.</translation>
    </message>
    <message>
        <source>{choices}</source>
        <comment>a_choice</comment>
        <translation>{choices}</translation>
    </message>
    <message>
        <source>{choice} all of these prompts with {new_tokens} in {specializations}; {calls}, about {duration} {basis}.{more_compiles}{larger}</source>
        <comment>capacity</comment>
        <translation>{choice} 이 프롬프트 전부, {new_tokens}, {specializations}. {calls}, 약 {duration} {basis}.{more_compiles}{larger}</translation>
    </message>
    <message>
        <source>{code} is no dictionary in this text, so its entries are not known.</source>
        <comment>entries_unknown</comment>
        <translation>이 텍스트에서 {code}은(는) 딕셔너리가 아니어서 항목을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>{compiled} and eager&apos;s {eager} begin texts of the scores {compiled_score} and {eager_score}</source>
        <comment>parity_text_scores</comment>
        <translation>{compiled}와 eager의 {eager}가 점수 {compiled_score}와 {eager_score}의 텍스트를 시작합니다</translation>
    </message>
    <message>
        <source>{compiled} has the probability {compiled_score}, eager&apos;s {eager} has {eager_score}</source>
        <comment>parity_probabilities</comment>
        <translation>{compiled}의 확률은 {compiled_score}, eager의 {eager}은(는) {eager_score}입니다</translation>
    </message>
    <message>
        <source>{compiled} in place of {eager}, without scores ({why})</source>
        <comment>parity_no_scores</comment>
        <translation>{eager} 대신 {compiled}, 점수 없음({why})</translation>
    </message>
    <message>
        <source>{costs}; never repaid against eager</source>
        <comment>never_repaid</comment>
        <translation>{costs}; eager에 비해 회수되지 않음</translation>
    </message>
    <message>
        <source>{costs}; repaid after 1 call against eager</source>
        <comment>repaid</comment>
        <translation>{costs}; eager에 비해 호출 1번 뒤 회수</translation>
    </message>
    <message>
        <source>{costs}; repaid after {count:,} calls against eager</source>
        <comment>repaid</comment>
        <translation>{costs}; eager에 비해 호출 {count:,}번 뒤 회수</translation>
    </message>
    <message>
        <source>{count:,} calls</source>
        <comment>calls</comment>
        <translation>호출 {count:,}번</translation>
    </message>
    <message>
        <source>{count:,} compile</source>
        <comment>compiles</comment>
        <translation>컴파일 {count:,}번</translation>
    </message>
    <message>
        <source>{count:,} compiles</source>
        <comment>compiles</comment>
        <translation>컴파일 {count:,}번</translation>
    </message>
    <message>
        <source>{count:,} new token</source>
        <comment>new_tokens</comment>
        <translation>새 토큰 {count:,}개</translation>
    </message>
    <message>
        <source>{count:,} new tokens</source>
        <comment>new_tokens</comment>
        <translation>새 토큰 {count:,}개</translation>
    </message>
    <message>
        <source>{count:,} padding token</source>
        <comment>padding_tokens</comment>
        <translation>패딩 토큰 {count:,}개</translation>
    </message>
    <message>
        <source>{count:,} padding tokens</source>
        <comment>padding_tokens</comment>
        <translation>패딩 토큰 {count:,}개</translation>
    </message>
    <message>
        <source>{count:,} prompts are more than the {most} of one batch: use fewer.</source>
        <comment>too_many_prompts</comment>
        <translation>프롬프트 {count:,}개는 한 배치의 {most}개를 넘습니다. 줄이세요.</translation>
    </message>
    <message>
        <source>{count} core ({machine})</source>
        <comment>cores_of</comment>
        <translation>코어 {count}개({machine})</translation>
    </message>
    <message>
        <source>{count} cores ({machine})</source>
        <comment>cores_of</comment>
        <translation>코어 {count}개({machine})</translation>
    </message>
    <message>
        <source>{count} more calls of generate: the last one was taken.</source>
        <comment>calls_left_out</comment>
        <translation>generate 호출이 {count}개 더 있습니다. 마지막 것을 가져왔습니다.</translation>
    </message>
    <message>
        <source>{damaged:,} of {calls:,} calls in the history are damaged: they are not shown.</source>
        <comment>calls_damaged</comment>
        <translation>기록의 호출 {calls:,}개 중 {damaged:,}개가 손상되어 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>{differences}</source>
        <comment>key_differs</comment>
        <translation>{differences}</translation>
    </message>
    <message>
        <source>{entries} = {size:,}</source>
        <comment>product</comment>
        <translation>{entries} = {size:,}</translation>
    </message>
    <message>
        <source>{failed} of {total} were not prepared.</source>
        <comment>not_prepared</comment>
        <translation>{total}개 중 {failed}개가 준비되지 않았습니다.</translation>
    </message>
    <message>
        <source>{family} cannot be compiled by XLA, so its tokens cannot be scored: choose another model.</source>
        <comment>not_scored</comment>
        <translation>{family}은(는) XLA로 컴파일할 수 없어 토큰에 점수를 매길 수 없습니다. 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{family} cannot be generated with in a graph or under XLA, Transformers does not have it: choose the eager arm (--arm eager).</source>
        <comment>eager_only</comment>
        <translation>{family}은(는) 그래프나 XLA로 생성할 수 없습니다. Transformers에 없습니다. eager 실행 방식을 고르세요(--arm eager).</translation>
    </message>
    <message>
        <source>{family} does not run in {precision} here: choose {precisions}.</source>
        <comment>not_in_precision</comment>
        <translation>{family}은(는) 여기서 {precision}(으)로 실행되지 않습니다. {precisions}을(를) 고르세요.</translation>
    </message>
    <message>
        <source>{family} has a cache that compiled loops cannot run: use its own generate().</source>
        <comment>no_compiled_loops</comment>
        <translation>{family}의 캐시는 컴파일된 루프가 실행할 수 없습니다. 모델의 generate()를 쓰세요.</translation>
    </message>
    <message>
        <source>{family} has a cache that the fast recipe&apos;s loops cannot run: choose the documented recipe (--recipe documented).</source>
        <comment>documented_only</comment>
        <translation>{family}의 캐시는 fast 레시피의 루프가 실행할 수 없습니다. documented 레시피를 고르세요(--recipe documented).</translation>
    </message>
    <message>
        <source>{family} has a cache that the fast recipe&apos;s loops cannot run: copy it as python.</source>
        <comment>fast_copy_without_loops</comment>
        <translation>{family}의 캐시는 fast 레시피의 루프가 실행할 수 없습니다. python으로 복사하세요.</translation>
    </message>
    <message>
        <source>{family} has no cache that contrastive search in Transformers can use: choose another strategy.</source>
        <comment>no_contrastive</comment>
        <translation>{family}에는 Transformers의 대조 서치가 쓸 수 있는 캐시가 없습니다. 다른 전략을 고르세요.</translation>
    </message>
    <message>
        <source>{family} hears audio, and fast_generate takes token ids: run it with xla-playground generate --audio FILE.</source>
        <comment>takes_audio</comment>
        <translation>{family}은(는) 오디오를 듣고 fast_generate는 토큰 ID를 받습니다. xla-playground generate --audio FILE로 실행하세요.</translation>
    </message>
    <message>
        <source>{family} hears audio, it reads no prompt: open an audio file (--audio FILE).</source>
        <comment>hears_no_prompt</comment>
        <translation>{family}은(는) 오디오를 듣고 프롬프트를 읽지 않습니다. 오디오 파일을 여세요(--audio FILE).</translation>
    </message>
    <message>
        <source>{family} reads text, it hears no audio: choose a speech model, or type a prompt.</source>
        <comment>reads_no_audio</comment>
        <translation>{family}은(는) 텍스트를 읽고 오디오를 듣지 않습니다. 음성 모델을 고르거나 프롬프트를 입력하세요.</translation>
    </message>
    <message>
        <source>{fault}: fast computes it.</source>
        <comment>fast_computes_it</comment>
        <translation>{fault}. fast는 계산합니다.</translation>
    </message>
    <message>
        <source>{fault}: fast computes this right.</source>
        <comment>fast_computes_it_right</comment>
        <translation>{fault}. fast는 올바르게 계산합니다.</translation>
    </message>
    <message>
        <source>{fault}: fast would, but not for this family.</source>
        <comment>no_fast_for_it</comment>
        <translation>{fault}. fast는 계산하지만 이 계열은 아닙니다.</translation>
    </message>
    <message>
        <source>{figure} of “{step}”</source>
        <comment>figure_of_step</comment>
        <translation>“{step}”의 {figure}</translation>
    </message>
    <message>
        <source>{figure}: at most {most}</source>
        <comment>expect_at_most</comment>
        <translation>{figure}: 최대 {most}</translation>
    </message>
    <message>
        <source>{figure}: not measured</source>
        <comment>measured_not</comment>
        <translation>{figure}: 측정하지 않음</translation>
    </message>
    <message>
        <source>{figure}: others than in the step “{step}”</source>
        <comment>expect_other</comment>
        <translation>{figure}: “{step}” 단계와 다름</translation>
    </message>
    <message>
        <source>{figure}: others</source>
        <comment>measured_others</comment>
        <translation>{figure}: 다름</translation>
    </message>
    <message>
        <source>{figure}: the same as in the step “{step}”</source>
        <comment>expect_same</comment>
        <translation>{figure}: “{step}” 단계와 같음</translation>
    </message>
    <message>
        <source>{figure}: the same</source>
        <comment>measured_same</comment>
        <translation>{figure}: 같음</translation>
    </message>
    <message>
        <source>{figure}: {least} or more</source>
        <comment>expect_at_least</comment>
        <translation>{figure}: {least} 이상</translation>
    </message>
    <message>
        <source>{figure}: {value}</source>
        <comment>expect_is</comment>
        <translation>{figure}: {value}</translation>
    </message>
    <message>
        <source>{figure}: {value}</source>
        <comment>measured_value</comment>
        <translation>{figure}: {value}</translation>
    </message>
    <message>
        <source>{file} begins with no header: write TOML between two lines of +++.</source>
        <comment>lesson_header</comment>
        <translation>{file}이(가) 헤더로 시작하지 않습니다. +++ 두 줄 사이에 TOML을 쓰세요.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}): check the path.</source>
        <comment>session_unreadable</comment>
        <translation>{file}을(를) 읽을 수 없습니다({why}). 경로를 확인하세요.</translation>
    </message>
    <message>
        <source>{file} changed while it was read: try again.</source>
        <comment>file_changed</comment>
        <translation>{file}이(가) 읽는 동안 바뀌었습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{file} does not hold the model&apos;s files and is deleted: pull again.</source>
        <comment>wheel_without_model</comment>
        <translation>{file}에 모델의 파일이 없어 삭제했습니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>{file} goes on after its weights ({size:,} bytes instead of {end:,}): download it again.</source>
        <comment>weights_go_on</comment>
        <translation>{file}이(가) 가중치 뒤에도 계속됩니다({end:,}바이트가 아니라 {size:,}바이트). 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} goes on after its weights: download it again.</source>
        <comment>ct2_goes_on</comment>
        <translation>{file}이(가) 가중치 뒤에도 계속됩니다. 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} has a damaged header: download it again.</source>
        <comment>header_damaged</comment>
        <translation>{file}의 헤더가 손상되었습니다. 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} has a header that contradicts itself: download it again.</source>
        <comment>header_contradicts</comment>
        <translation>{file}의 헤더가 서로 모순됩니다. 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} has a header that {finding}, which cannot be: download it again.</source>
        <comment>header_lies</comment>
        <translation>{file}의 헤더가 불가능합니다({finding}). 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} has a token of more than {most:,} characters, more than is read here: choose another model.</source>
        <comment>gguf_long_token</comment>
        <translation>{file}에 여기서 읽는 {most:,}자를 넘는 토큰이 있습니다. 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{file} has a tokenizer of the kind {kind}, {pre}, which is not known here: only llama and gpt2 with one of {known} are.</source>
        <comment>gguf_tokenizer_kind</comment>
        <translation>{file}의 토크나이저 종류 {kind}, {pre}은(는) 여기서 모릅니다. llama, 그리고 {known} 중 하나인 gpt2만 압니다.</translation>
    </message>
    <message>
        <source>{file} has a tokenizer that contradicts itself ({why}): its metadata were written by a faulty converter.</source>
        <comment>gguf_tokenizer</comment>
        <translation>{file}의 토크나이저가 서로 모순됩니다({why}). 변환기에 결함이 있었습니다.</translation>
    </message>
    <message>
        <source>{file} has ids that cannot be: take that of the Whisper model it was made from.</source>
        <comment>ct2_ids</comment>
        <translation>{file}의 ID가 불가능합니다. 만드는 데 쓴 Whisper 모델의 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>{file} has merges that are no pairs: its metadata were written by a faulty converter.</source>
        <comment>gguf_merges</comment>
        <translation>{file}의 병합이 쌍이 아닙니다. 변환기에 결함이 있었습니다.</translation>
    </message>
    <message>
        <source>{file} has no tokenizer.ggml.{entry} that fits: it was made without its tokenizer, or by a faulty converter.</source>
        <comment>gguf_tokenizer_lacks</comment>
        <translation>{file}에 맞는 tokenizer.ggml.{entry}이(가) 없습니다. 토크나이저 없이 만들었거나 변환기에 결함이 있었습니다.</translation>
    </message>
    <message>
        <source>{file} has the architecture {architecture}, which is not supported: only the Llama family (llama) is read from GGUF.</source>
        <comment>gguf_architecture</comment>
        <translation>{file}의 구조 {architecture}은(는) 지원하지 않습니다. GGUF에서는 Llama 계열(llama)만 읽습니다.</translation>
    </message>
    <message>
        <source>{file} has the token {token:,}, the model knows {size:,}: they do not belong together.</source>
        <comment>ct2_vocabulary</comment>
        <translation>{file}에는 토큰 {token:,}이(가) 있는데 모델은 {size:,}개를 압니다. 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{file} has weights that overlap or leave gaps: download it again.</source>
        <comment>weights_overlap</comment>
        <translation>{file}의 가중치가 겹치거나 사이가 빕니다. 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} has {name} of shape {shape}, but {needed} is needed: its parts do not belong together.</source>
        <comment>ct2_shape</comment>
        <translation>{file}의 {name} 모양이 {shape}인데 {needed}이어야 합니다. 부분들이 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{file} has {name} quantized without a scale that fits: convert it again with CTranslate2.</source>
        <comment>ct2_scale</comment>
        <translation>{file}의 {name}이(가) 맞는 스케일 없이 양자화되었습니다. CTranslate2로 다시 변환하세요.</translation>
    </message>
    <message>
        <source>{file} has {name}, which Whisper in Transformers does not: it is another kind of model.</source>
        <comment>ct2_surplus</comment>
        <translation>{file}에 Transformers의 Whisper에 없는 {name}이(가) 있습니다. 다른 종류의 모델입니다.</translation>
    </message>
    <message>
        <source>{file} has {reason} ({tensor}), which TensorFlow&apos;s Mistral cannot compute: choose a model without it.</source>
        <comment>gguf_has</comment>
        <translation>{file}에 TensorFlow의 Mistral이 계산할 수 없는 {reason}({tensor})이(가) 있습니다. 없는 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{file} has {size}, more than the {most} of a session: save fewer calls into one file, by a filter.</source>
        <comment>session_too_large</comment>
        <translation>{file}은(는) {size}로 세션의 한도 {most}을(를) 넘습니다. 필터로 한 파일에 더 적은 호출을 저장하세요.</translation>
    </message>
    <message>
        <source>{file} unpacks to more than the {most} of a session: save fewer calls into one file, by a filter.</source>
        <comment>session_unpacks_too_large</comment>
        <translation>{file}을(를) 풀면 세션의 한도 {most}을(를) 넘습니다. 필터로 한 파일에 더 적은 호출을 저장하세요.</translation>
    </message>
    <message>
        <source>{file}: the question on {step} has a figure, which only the lab measures: give a field.</source>
        <comment>lesson_figure_of_call</comment>
        <translation>{file}: {step}에 대한 질문에 랩만 재는 수치가 있습니다. field를 주세요.</translation>
    </message>
    <message>
        <source>{lane} cannot be told from {other} in its steady calls: make more runs to know what pays.</source>
        <comment>too_close</comment>
        <translation>정상 호출에서 {lane}와 {other}의 차이를 가릴 수 없습니다. 무엇이 이득인지 알려면 더 많이 실행하세요.</translation>
    </message>
    <message>
        <source>{measured} was measured, not {device}: run `{command}`</source>
        <comment>other_device_measured</comment>
        <translation>{device}가 아니라 {measured}을(를) 측정했습니다: `{command}`를 실행하세요</translation>
    </message>
    <message>
        <source>{probabilities}; contrastive search weighs these with the likeness to the text before</source>
        <comment>parity_contrastive</comment>
        <translation>{probabilities}; 대조 서치는 이를 앞 텍스트와의 유사도와 함께 봅니다</translation>
    </message>
    <message>
        <source>{python} is not a Python that runs: name the file of a Python interpreter</source>
        <comment>not_a_python</comment>
        <translation>{python}은(는) 실행되는 Python이 아닙니다. Python 인터프리터의 파일을 지정하세요</translation>
    </message>
    <message>
        <source>{python} lacks {modules}: install what it lacks, or name another Python</source>
        <comment>python_lacks</comment>
        <translation>{python}에 {modules}이(가) 없습니다. 설치하거나 다른 Python을 지정하세요</translation>
    </message>
    <message>
        <source>{ratio:.1f} × one reading of the weights</source>
        <comment>readings</comment>
        <translation>가중치를 한 번 읽는 시간의 {ratio:.1f}배</translation>
    </message>
    <message>
        <source>{ratio:.1f} × the operations of a token</source>
        <comment>operations</comment>
        <translation>토큰 하나의 연산 시간의 {ratio:.1f}배</translation>
    </message>
    <message>
        <source>{ratio} times: {one} against {other}</source>
        <comment>measured_ratio</comment>
        <translation>{ratio}배: {one} 대 {other}</translation>
    </message>
    <message>
        <source>{file} has {tensor} of shape {shape}, but its metadata need {needed}: they do not belong together.</source>
        <comment>gguf_tensor_shape</comment>
        <translation>{file}의 {tensor} 모양이 {shape}인데 메타데이터에는 {needed}이어야 합니다. 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{count:,} specializations</source>
        <comment>specializations</comment>
        <translation>특수화 {count:,}개</translation>
    </message>
    <message>
        <source>{count} specializations, one for each number of prompts in a call</source>
        <comment>specializations_by_rows</comment>
        <translation>특수화 {count}개, 호출당 프롬프트 수마다 하나</translation>
    </message>
    <message>
        <source>{file} holds a tensor of GGML type {kind}, which is not known here: choose another quantization, such as Q8_0.</source>
        <comment>gguf_tensor_type</comment>
        <translation>{file}에 여기서 모르는 GGML 유형 {kind}의 텐서가 있습니다. Q8_0 같은 다른 양자화를 고르세요.</translation>
    </message>
    <message>
        <source>{file} holds no call of this version in line {line}: copy it again, or update XLA Playground.</source>
        <comment>session_line_damaged</comment>
        <translation>{file}의 {line}행에 이 버전의 호출이 없습니다. 다시 복사하거나 XLA Playground를 업데이트하세요.</translation>
    </message>
    <message>
        <source>{file} holds no weights: it was saved without them.</source>
        <comment>without_weights</comment>
        <translation>{file}에 가중치가 없습니다. 가중치 없이 저장되었습니다.</translation>
    </message>
    <message>
        <source>{file} holds weights that are not finite numbers ({weight}): the model was saved so, or its download failed (compare its checksum).</source>
        <comment>not_finite_weights</comment>
        <translation>{file}에 유한하지 않은 가중치({weight})가 있습니다. 그렇게 저장되었거나 다운로드가 잘못되었습니다(체크섬을 비교하세요).</translation>
    </message>
    <message>
        <source>{file} holds {specification}: of CTranslate2&apos;s models only Whisper is read.</source>
        <comment>ct2_specification</comment>
        <translation>{file}에 {specification}이(가) 있습니다. CTranslate2 모델 중에는 Whisper만 읽습니다.</translation>
    </message>
    <message>
        <source>{file} holds {weight} in the format {format}, which is not known here: use a model with weights in float32, float16 or bfloat16.</source>
        <comment>unknown_format</comment>
        <translation>{file}의 {weight} 형식 {format}은(는) 여기서 모릅니다. float32, float16, bfloat16 가중치의 모델을 쓰세요.</translation>
    </message>
    <message>
        <source>{file} holds {weight}, which another file holds, too: they are of different models, or of two ways to split one, so keep one set.</source>
        <comment>weight_twice</comment>
        <translation>{file}의 {weight}이(가) 다른 파일에도 있습니다. 서로 다른 모델이거나 나누는 방법이 다르니 한 벌만 남기세요.</translation>
    </message>
    <message>
        <source>{file} is GGUF of version {version} or of big-endian order: only version 2 and 3 of little-endian order are read.</source>
        <comment>gguf_version</comment>
        <translation>{file}은(는) 버전 {version} 또는 빅 엔디언 GGUF입니다. 리틀 엔디언 버전 2와 3만 읽습니다.</translation>
    </message>
    <message>
        <source>{file} is an adapter (LoRA), not a model: merge it into its model with llama.cpp&apos;s `llama-export-lora`, and give the result.</source>
        <comment>gguf_adapter</comment>
        <translation>{file}은(는) 모델이 아니라 어댑터(LoRA)입니다. llama.cpp의 `llama-export-lora`로 모델에 병합해 그 결과를 주세요.</translation>
    </message>
    <message>
        <source>{file} is cut off: copy it again from where it was saved.</source>
        <comment>session_cut_off</comment>
        <translation>{file}이(가) 잘렸습니다. 저장한 곳에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{file} is damaged in its first line: copy it again.</source>
        <comment>session_header_damaged</comment>
        <translation>{file}의 첫 행이 손상되었습니다. 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{file} is empty: download it again.</source>
        <comment>file_empty</comment>
        <translation>{file}이(가) 비어 있습니다. 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} is missing: download the folder again.</source>
        <comment>ct2_file_missing</comment>
        <translation>{file}이(가) 없습니다. 폴더를 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} is nested too deep for a script.</source>
        <comment>script_too_deep</comment>
        <translation>{file}의 중첩이 스크립트로는 너무 깊습니다.</translation>
    </message>
    <message>
        <source>{file} is no session file, or is damaged: copy it again from where it was saved.</source>
        <comment>session_damaged</comment>
        <translation>{file}은(는) 세션 파일이 아니거나 손상되었습니다. 저장한 곳에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{file} is no session file: give one that `xla-playground history save` wrote.</source>
        <comment>no_session_file</comment>
        <translation>{file}은(는) 세션 파일이 아닙니다. `xla-playground history save`가 쓴 파일을 주세요.</translation>
    </message>
    <message>
        <source>{file} is no tokenizer: download it again.</source>
        <comment>ct2_tokenizer</comment>
        <translation>{file}은(는) 토크나이저가 아닙니다. 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} is not CTranslate2&apos;s, or of a version that is not read ({version:,}): convert it with CTranslate2 3 or 4.</source>
        <comment>ct2_version</comment>
        <translation>{file}은(는) CTranslate2의 것이 아니거나 읽지 못하는 버전({version:,})입니다. CTranslate2 3이나 4로 변환하세요.</translation>
    </message>
    <message>
        <source>{file} is not a SentencePiece model, or not all of one: download it again, or add its tokenizer.json.</source>
        <comment>no_sentencepiece</comment>
        <translation>{file}은(는) SentencePiece 모델이 아니거나 일부가 없습니다. 다시 다운로드하거나 tokenizer.json을 추가하세요.</translation>
    </message>
    <message>
        <source>{file} is not a file: replace it.</source>
        <comment>not_a_file</comment>
        <translation>{file}은(는) 파일이 아닙니다. 바꾸세요.</translation>
    </message>
    <message>
        <source>{file} is not a list of steps.</source>
        <comment>script_no_list</comment>
        <translation>{file}은(는) 단계의 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>{file} is not valid JSON: download it again.</source>
        <comment>ct2_not_json</comment>
        <translation>{file}은(는) 올바른 JSON이 아닙니다. 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} is not {format}, it is {what}.</source>
        <comment>not_of_format_but</comment>
        <translation>{file}은(는) {format}이(가) 아니라 {what}입니다.</translation>
    </message>
    <message>
        <source>{file} is not {format}: it begins with {start}. Its download was damaged, or it is something else: download it again, from its own page.</source>
        <comment>not_of_format</comment>
        <translation>{file}은(는) {format}이(가) 아니라 {start}(으)로 시작합니다. 다운로드가 손상되었거나 다른 파일입니다. 원래 페이지에서 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} is quantized as {kind}, which cannot be read here: choose another quantization, such as Q8_0.</source>
        <comment>gguf_quantization</comment>
        <translation>{file}의 양자화 {kind}은(는) 여기서 읽을 수 없습니다. Q8_0 같은 다른 양자화를 고르세요.</translation>
    </message>
    <message>
        <source>{file} is too large to be read: replace it.</source>
        <comment>file_too_large</comment>
        <translation>{file}은(는) 읽기에 너무 큽니다. 바꾸세요.</translation>
    </message>
    <message>
        <source>{file} is truncated ({size:,} bytes, {name} ends at {end:,}): download it again.</source>
        <comment>ct2_truncated</comment>
        <translation>{file}이(가) 잘렸습니다({size:,}바이트인데 {name}이(가) {end:,}에서 끝남). 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} is truncated ({size:,} of {end} bytes): download it again.</source>
        <comment>weights_truncated</comment>
        <translation>{file}이(가) 잘렸습니다({end}바이트 중 {size:,}바이트). 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} is truncated or damaged: download it again.</source>
        <comment>ct2_damaged</comment>
        <translation>{file}이(가) 잘렸거나 손상되었습니다. 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} is truncated or not {format}: download it again.</source>
        <comment>file_truncated</comment>
        <translation>{file}이(가) 잘렸거나 {format}이(가) 아닙니다. 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} is {what}, it is {instead}.</source>
        <comment>bad_json_but</comment>
        <translation>{file}은(는) {what}이(가) 아니라 {instead}입니다.</translation>
    </message>
    <message>
        <source>{file} is {what}: correct it, or download it again.</source>
        <comment>bad_json</comment>
        <translation>{file}: {what}. 고치거나 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{file} is {what}: it begins with a byte order mark, so save it as UTF-8 without one.</source>
        <comment>byte_order_mark</comment>
        <translation>{file}: {what}. 바이트 순서 표시로 시작하니 표시 없는 UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>{file} is {which} of a model that was split: put all parts into one folder, join them with llama.cpp&apos;s `llama-gguf-split --merge` (its arguments: the first part, and a name for the whole), and give the whole.</source>
        <comment>gguf_part</comment>
        <translation>{file}은(는) 나뉜 모델의 {which}입니다. 모든 부분을 한 폴더에 넣고 llama.cpp의 `llama-gguf-split --merge`(인수: 첫 부분, 전체의 이름)로 합쳐 전체를 주세요.</translation>
    </message>
    <message>
        <source>{file} lacks the number {name}: convert it again with CTranslate2.</source>
        <comment>ct2_no_number</comment>
        <translation>{file}에 수 {name}이(가) 없습니다. CTranslate2로 다시 변환하세요.</translation>
    </message>
    <message>
        <source>{file} lacks {names}: convert it again with CTranslate2.</source>
        <comment>ct2_lacks</comment>
        <translation>{file}에 {names}이(가) 없습니다. CTranslate2로 다시 변환하세요.</translation>
    </message>
    <message>
        <source>{file} lacks {tensors}, which a Llama model needs: it was left out as the file was made, so use another.</source>
        <comment>gguf_lacks</comment>
        <translation>{file}에 Llama 모델에 필요한 {tensors}이(가) 없습니다. 만들 때 빠졌으니 다른 파일을 쓰세요.</translation>
    </message>
    <message>
        <source>{file} lacks {token}: it is no tokenizer of Whisper.</source>
        <comment>ct2_no_token</comment>
        <translation>{file}에 {token}이(가) 없습니다. Whisper의 토크나이저가 아닙니다.</translation>
    </message>
    <message>
        <source>{file} says a vocabulary of {claim} tokens and has weights for {size:,}: they do not belong together.</source>
        <comment>gguf_vocabulary</comment>
        <translation>{file}의 어휘는 토큰 {claim}개인데 가중치는 {size:,}개입니다. 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{file} says heads of {size}, and rotary positions need an even number: its metadata were written by a faulty converter.</source>
        <comment>gguf_heads</comment>
        <translation>{file}의 헤드 크기가 {size}인데 회전 위치에는 짝수가 필요합니다. 변환기에 결함이 있었습니다.</translation>
    </message>
    <message>
        <source>{file} says {entry} = {number}, past its {size:,} tokens: {instead} is taken instead, as llama.cpp does.</source>
        <comment>gguf_token</comment>
        <translation>{file}의 {entry} = {number}이(가) 토큰 {size:,}개를 벗어납니다. llama.cpp처럼 {instead}을(를) 대신 씁니다.</translation>
    </message>
    <message>
        <source>{file} says {entry} = {value} with heads of {size} (llama.attention.key_length), which TensorFlow&apos;s Mistral cannot compute: choose another model.</source>
        <comment>gguf_head_sizes</comment>
        <translation>{file}에 {entry} = {value}, 헤드 크기 {size}(llama.attention.key_length)인데 TensorFlow의 Mistral은 계산할 수 없습니다. 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{file} says {entry} = {value}, which cannot be: its metadata were written by a faulty converter.</source>
        <comment>gguf_entry</comment>
        <translation>{file}에 {entry} = {value}(으)로 되어 있는데 불가능합니다. 변환기에 결함이 있었습니다.</translation>
    </message>
    <message>
        <source>{file} says {entry} = {value}, which is no token: its metadata were written by a faulty converter.</source>
        <comment>gguf_no_token</comment>
        <translation>{file}에 {entry} = {value}(으)로 되어 있는데 토큰이 아닙니다. 변환기에 결함이 있었습니다.</translation>
    </message>
    <message>
        <source>{file} says {heads} heads in its {side} of width {width}: it cannot be.</source>
        <comment>ct2_heads</comment>
        <translation>{file}의 너비 {width}인 {side}에 헤드가 {heads}개라는데 불가능합니다.</translation>
    </message>
    <message>
        <source>{file} uses {reason} ({entry} = {value}), which TensorFlow&apos;s Mistral cannot compute: choose a model without it.</source>
        <comment>gguf_uses</comment>
        <translation>{file}이(가) TensorFlow의 Mistral이 계산할 수 없는 {reason}({entry} = {value})을(를) 씁니다. 쓰지 않는 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{file} was not opened: it was cancelled.</source>
        <comment>session_left</comment>
        <translation>{file}을(를) 열지 않았습니다. 취소했습니다.</translation>
    </message>
    <message>
        <source>{file} was not written by PyTorch or TensorFlow ({format}): load it there, and save it from PyTorch.</source>
        <comment>other_writer</comment>
        <translation>{file}은(는) PyTorch나 TensorFlow가 쓴 것이 아닙니다({format}). 거기서 불러와 PyTorch에서 저장하세요.</translation>
    </message>
    <message>
        <source>{file} was saved by a newer version of XLA Playground: update this one to open it.</source>
        <comment>session_newer</comment>
        <translation>{file}은(는) 더 새 XLA Playground가 저장했습니다. 열려면 업데이트하세요.</translation>
    </message>
    <message>
        <source>{file} {finding}, so it is not read: convert it with model.save_pretrained(folder, safe_serialization=True) if you trust it.</source>
        <comment>hdf5_refused</comment>
        <translation>{file}: {finding}. 그래서 읽지 않습니다. 믿을 수 있으면 model.save_pretrained(folder, safe_serialization=True)로 변환하세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: a part has one step or one question: begin a new part by a heading.</source>
        <comment>lesson_two_blocks</comment>
        <translation>{file}, {line}행: 한 부분에는 단계 하나 또는 질문 하나가 있습니다. 제목으로 새 부분을 시작하세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: a step has no figure {name}: take one of {names}.</source>
        <comment>lesson_no_figure</comment>
        <translation>{file}, {line}행: 단계에 {name} 수치가 없습니다. {names} 중에서 고르세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: not valid JSON ({why}).</source>
        <comment>script_not_json</comment>
        <translation>{file}, {line}행: 올바른 JSON이 아닙니다({why}).</translation>
    </message>
    <message>
        <source>{file}, line {line}: the block has no end: close it by three backticks.</source>
        <comment>lesson_block_open</comment>
        <translation>{file}, {line}행: 블록에 끝이 없습니다. 백틱 세 개로 닫으세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is no TOML ({why}).</source>
        <comment>lesson_toml</comment>
        <translation>{file}, {line}행: TOML이 아닙니다({why}).</translation>
    </message>
    <message>
        <source>{file}, line {line}: {field} is not valid ({why}).</source>
        <comment>lesson_field</comment>
        <translation>{file}, {line}행: {field}이(가) 올바르지 않습니다({why}).</translation>
    </message>
    <message>
        <source>{file}, step {step}: {problem}</source>
        <comment>lesson_settings</comment>
        <translation>{file}, {step} 단계: {problem}</translation>
    </message>
    <message>
        <source>{file}: two steps are named {step}: rename one of them.</source>
        <comment>lesson_step_twice</comment>
        <translation>{file}: 두 단계의 이름이 {step}입니다. 하나를 바꾸세요.</translation>
    </message>
    <message>
        <source>{file}: {name} is no source of figures: take one of {names}.</source>
        <comment>lesson_no_source</comment>
        <translation>{file}: {name}은(는) 수치의 출처가 아닙니다. {names} 중에서 고르세요.</translation>
    </message>
    <message>
        <source>{file}: {step} is no step before it is mentioned: name an earlier one.</source>
        <comment>lesson_no_step</comment>
        <translation>{file}: {step}은(는) 언급되기 전의 단계가 아닙니다. 앞의 단계를 쓰세요.</translation>
    </message>
    <message>
        <source>{first} → {steady} ({times} ×)</source>
        <comment>first_to_steady</comment>
        <translation>{first} → {steady} ({times} ×)</translation>
    </message>
    <message>
        <source>{flag} means --padding {meant}, not {mode}: give one of the two.</source>
        <comment>other_padding</comment>
        <translation>{flag}은(는) --padding {mode}이(가) 아니라 {meant}입니다. 둘 중 하나만 주세요.</translation>
    </message>
    <message>
        <source>{folder} belongs to another user, who could make it run anything: remove that folder</source>
        <comment>store_of_another_user</comment>
        <translation>{folder}은(는) 다른 사용자의 것이라 무엇이든 실행하게 만들 수 있습니다. 폴더를 제거하세요</translation>
    </message>
    <message>
        <source>{folder} can be written by other users, who could make it run anything: remove that folder</source>
        <comment>store_open_to_others</comment>
        <translation>{folder}에 다른 사용자가 쓸 수 있어 무엇이든 실행하게 만들 수 있습니다. 폴더를 제거하세요</translation>
    </message>
    <message>
        <source>{folder} cannot be removed ({why}): check who may write there.</source>
        <comment>folder_stays</comment>
        <translation>{folder}을(를) 제거할 수 없습니다({why}). 쓰기 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({why})</source>
        <comment>store_unwritable</comment>
        <translation>{folder}에 쓸 수 없습니다({why})</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({why}): make room there, or set XLA_PLAYGROUND_HOME to another folder.</source>
        <comment>folder_unwritable</comment>
        <translation>{folder}에 쓸 수 없습니다({why}). 공간을 만들거나 XLA_PLAYGROUND_HOME을 다른 폴더로 설정하세요.</translation>
    </message>
    <message>
        <source>{folder} has no config.json, {inner} has: give that folder.</source>
        <comment>model_inside</comment>
        <translation>{folder}에는 config.json이 없고 {inner}에 있습니다. 그 폴더를 주세요.</translation>
    </message>
    <message>
        <source>{folder} has no config.json: give the file {file} in it.</source>
        <comment>one_gguf</comment>
        <translation>{folder}에 config.json이 없습니다. 그 안의 파일 {file}을(를) 주세요.</translation>
    </message>
    <message>
        <source>{folder} has no config.json: give the folder of a Transformers model.</source>
        <comment>no_config</comment>
        <translation>{folder}에 config.json이 없습니다. Transformers 모델의 폴더를 주세요.</translation>
    </message>
    <message>
        <source>{folder} has no tokenizer.json: add the one of the Whisper model that it was made from.</source>
        <comment>ct2_no_tokenizer</comment>
        <translation>{folder}에 tokenizer.json이 없습니다. 만드는 데 쓴 Whisper 모델의 것을 추가하세요.</translation>
    </message>
    <message>
        <source>{folder} has no tokenizer: add its tokenizer.json.</source>
        <comment>no_tokenizer</comment>
        <translation>{folder}에 토크나이저가 없습니다. tokenizer.json을 추가하세요.</translation>
    </message>
    <message>
        <source>{folder} has no {file}, but {other}: give that file this name if it holds all of the model&apos;s weights.</source>
        <comment>other_name</comment>
        <translation>{folder}에 {file}은(는) 없고 {other}이(가) 있습니다. 모델의 가중치가 다 있으면 그 파일을 이 이름으로 바꾸세요.</translation>
    </message>
    <message>
        <source>{folder} has no {file}: add the weights.</source>
        <comment>no_weights</comment>
        <translation>{folder}에 {file}이(가) 없습니다. 가중치를 추가하세요.</translation>
    </message>
    <message>
        <source>{folder} has no {index} and two sets of weights ({sets}): leave one there.</source>
        <comment>two_sets</comment>
        <translation>{folder}에 {index}은(는) 없고 가중치가 두 벌({sets}) 있습니다. 한 벌만 남기세요.</translation>
    </message>
    <message>
        <source>{folder} has only {file}, a pickle, which can run code: convert it with model.save_pretrained(folder, safe_serialization=True) in PyTorch.</source>
        <comment>only_a_pickle</comment>
        <translation>{folder}에는 코드를 실행할 수 있는 피클 {file}뿐입니다. PyTorch에서 model.save_pretrained(folder, safe_serialization=True)로 변환하세요.</translation>
    </message>
    <message>
        <source>{folder} holds a file of weights that says it is one of {shards:,}, which cannot be: name the files as they were.</source>
        <comment>too_many_shards</comment>
        <translation>{folder}의 가중치 파일이 {shards:,}개 중 하나라는데 불가능합니다. 파일 이름을 원래대로 하세요.</translation>
    </message>
    <message>
        <source>{folder} holds its weights in several HDF5 files, which are not read: convert it with model.save_pretrained(folder, safe_serialization=True) in TensorFlow.</source>
        <comment>several_hdf5</comment>
        <translation>{folder}의 가중치가 여러 HDF5 파일에 있는데 읽지 않습니다. TensorFlow에서 model.save_pretrained(folder, safe_serialization=True)로 변환하세요.</translation>
    </message>
    <message>
        <source>{folder} holds {count} GGUF models: give one of the files, such as {file}.</source>
        <comment>several_gguf</comment>
        <translation>{folder}에 GGUF 모델이 {count}개 있습니다. {file} 같은 파일 하나를 주세요.</translation>
    </message>
    <message>
        <source>{folder} holds {what}.</source>
        <comment>folder_holds</comment>
        <translation>{folder}: {what}.</translation>
    </message>
    <message>
        <source>{folder} is a link that this program did not make: remove it by hand.</source>
        <comment>foreign_link</comment>
        <translation>{folder}은(는) 이 프로그램이 만들지 않은 링크입니다. 직접 제거하세요.</translation>
    </message>
    <message>
        <source>{folder} lacks {files}: download what is missing.</source>
        <comment>shards_missing</comment>
        <translation>{folder}에 {files}이(가) 없습니다. 빠진 것을 다운로드하세요.</translation>
    </message>
    <message>
        <source>{folder} lacks {file}: download that file.</source>
        <comment>shard_missing</comment>
        <translation>{folder}에 {file}이(가) 없습니다. 그 파일을 다운로드하세요.</translation>
    </message>
    <message>
        <source>{folder}/config.json is too large to be a configuration: replace it.</source>
        <comment>config_too_large</comment>
        <translation>{folder}/config.json이 설정이라기엔 너무 큽니다. 바꾸세요.</translation>
    </message>
    <message>
        <source>{folder}/{file} is a link to {target}, which is not there: download the model again.</source>
        <comment>broken_link</comment>
        <translation>{folder}/{file}은(는) 없는 {target}(으)로 가는 링크입니다. 모델을 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{given} does not generate text here: supported are {classes}.</source>
        <comment>classes_supported</comment>
        <translation>{given}은(는) 여기서 텍스트를 생성하지 않습니다. 지원: {classes}.</translation>
    </message>
    <message>
        <source>{given} does not generate text here: use {model_class}.</source>
        <comment>use_class</comment>
        <translation>{given}은(는) 여기서 텍스트를 생성하지 않습니다. {model_class}을(를) 쓰세요.</translation>
    </message>
    <message>
        <source>{given} is no date: write 2025-03-01, or 2025-03-01T12:30 with the time.</source>
        <comment>filter_no_date</comment>
        <translation>{given}은(는) 날짜가 아닙니다. 2025-03-01, 시각이 있으면 2025-03-01T12:30으로 쓰세요.</translation>
    </message>
    <message>
        <source>{given} is no tag: use 1 to {most} characters without commas and line breaks.</source>
        <comment>no_tag</comment>
        <translation>{given}은(는) 태그가 아닙니다. 쉼표와 줄바꿈 없이 1~{most}자를 쓰세요.</translation>
    </message>
    <message>
        <source>{given} is not valid UTF-8: write it again.</source>
        <comment>filter_not_utf8</comment>
        <translation>{given}은(는) 올바른 UTF-8이 아닙니다. 다시 쓰세요.</translation>
    </message>
    <message>
        <source>{host} answered with an error ({status}): pull again later.</source>
        <comment>server_error</comment>
        <translation>{host}가 오류({status})로 답했습니다. 나중에 다시 받으세요.</translation>
    </message>
    <message>
        <source>{host} cannot be asked ({kind}): check its address.</source>
        <comment>not_asked</comment>
        <translation>{host}에 물을 수 없습니다({kind}). 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: check the connection, then pull again; it goes on where it was.</source>
        <comment>not_reached</comment>
        <translation>{host}에 연결할 수 없습니다. 연결을 확인하고 다시 받으세요. 멈춘 곳부터 계속합니다.</translation>
    </message>
    <message>
        <source>{host} does not answer: pull again, it goes on where it was.</source>
        <comment>no_answer</comment>
        <translation>{host}가 응답하지 않습니다. 다시 받으면 멈춘 곳부터 계속합니다.</translation>
    </message>
    <message>
        <source>{host} does not have it ({status}): check the name.</source>
        <comment>not_there</comment>
        <translation>{host}에 없습니다({status}). 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>{host} has another file: pull again.</source>
        <comment>other_file</comment>
        <translation>{host}의 파일이 다릅니다. 다시 받으세요.</translation>
    </message>
    <message>
        <source>{host} has had too many requests (429): wait some minutes, then pull again.</source>
        <comment>too_many_requests</comment>
        <translation>{host}가 요청을 너무 많이 받았습니다(429). 몇 분 뒤에 다시 받으세요.</translation>
    </message>
    <message>
        <source>{host} refuses access ({status}): log in there, or accept the model&apos;s terms first.</source>
        <comment>access_refused</comment>
        <translation>{host}가 접근을 거부합니다({status}). 로그인하거나 먼저 모델의 약관에 동의하세요.</translation>
    </message>
    <message>
        <source>{host} stopped in the middle ({kind}): pull again.</source>
        <comment>index_stopped</comment>
        <translation>{host}가 도중에 멈췄습니다({kind}). 다시 받으세요.</translation>
    </message>
    <message>
        <source>{host} stopped in the middle: pull again, it goes on where it was.</source>
        <comment>stopped</comment>
        <translation>{host}가 도중에 멈췄습니다. 다시 받으면 멈춘 곳부터 계속합니다.</translation>
    </message>
    <message>
        <source>{how}{last}{noted}</source>
        <comment>how_it_ended</comment>
        <translation>{how}{last}{noted}</translation>
    </message>
    <message>
        <source>{hub} {index}</source>
        <comment>both_servers</comment>
        <translation>{hub} {index}</translation>
    </message>
    <message>
        <source>{index} and its files disagree about {weight}: they are of different models, so get all of them from one place.</source>
        <comment>index_disagrees</comment>
        <translation>{index}와 그 파일들이 {weight}에 대해 다릅니다. 서로 다른 모델이니 한곳에서 모두 받으세요.</translation>
    </message>
    <message>
        <source>{index} is too large to be an index: replace it.</source>
        <comment>index_too_large</comment>
        <translation>{index}은(는) 색인이라기엔 너무 큽니다. 바꾸세요.</translation>
    </message>
    <message>
        <source>{index} names {files:,} files, which cannot be: remove it if the files are numbered.</source>
        <comment>index_of_too_many</comment>
        <translation>{index}에 파일이 {files:,}개라는데 불가능합니다. 파일에 번호가 있으면 색인을 제거하세요.</translation>
    </message>
    <message>
        <source>{index} names {file}, which is no file of weights in its folder: correct it, or remove it if the files are numbered.</source>
        <comment>index_leads_out</comment>
        <translation>{index}의 {file}은(는) 그 폴더의 가중치 파일이 아닙니다. 고치거나, 파일에 번호가 있으면 제거하세요.</translation>
    </message>
    <message>
        <source>{key} has no program of XLA&apos;s: choose the xla arm (--arm xla).</source>
        <comment>key_without_xla</comment>
        <translation>{key}에는 XLA 프로그램이 없습니다. xla 실행 방식을 고르세요(--arm xla).</translation>
    </message>
    <message>
        <source>{key} is not in memory ({why}): run its call, then look inside again.</source>
        <comment>key_not_in_memory</comment>
        <translation>{key}이(가) 메모리에 없습니다({why}). 호출을 실행한 뒤 다시 보세요.</translation>
    </message>
    <message>
        <source>{key} was not ready when the profiled call began, so its time is no steady call&apos;s: profile it again.</source>
        <comment>not_steady</comment>
        <translation>프로파일한 호출이 시작할 때 {key}이(가) 준비되지 않아 정상 호출의 시간이 아닙니다. 다시 프로파일하세요.</translation>
    </message>
    <message>
        <source>{key}, once more for its {what}</source>
        <comment>compiled_again</comment>
        <translation>{key}, {what}을(를) 위해 한 번 더</translation>
    </message>
    <message>
        <source>{kind} by {factor}</source>
        <comment>scaled_by</comment>
        <translation>{kind} × {factor}</translation>
    </message>
    <message>
        <source>{kind}: {why}</source>
        <comment>code_raised</comment>
        <translation>{kind}: {why}</translation>
    </message>
    <message>
        <source>{lane} has paid for its first call after {count:,} calls.</source>
        <comment>paid_after</comment>
        <translation>{lane}은(는) 호출 {count:,}개 뒤에 첫 호출의 값을 되찾았습니다.</translation>
    </message>
    <message>
        <source>{lane} is ahead from its first call on.</source>
        <comment>ahead_at_once</comment>
        <translation>{lane}이(가) 첫 호출부터 앞섭니다.</translation>
    </message>
    <message>
        <source>{lane} never pays for its first call.</source>
        <comment>never_pays</comment>
        <translation>{lane}은(는) 첫 호출의 값을 되찾지 못합니다.</translation>
    </message>
    <message>
        <source>{library} cannot be opened: install the NVIDIA driver again</source>
        <comment>no_driver</comment>
        <translation>{library}을(를) 열 수 없습니다. NVIDIA 드라이버를 다시 설치하세요</translation>
    </message>
    <message>
        <source>{low} to {high} {unit}</source>
        <comment>range</comment>
        <translation>{low}~{high} {unit}</translation>
    </message>
    <message>
        <source>{model_class} of Transformers {problem}: no script can load {model} by it, so run the call here.</source>
        <comment>script_cannot_load</comment>
        <translation>Transformers의 {model_class}: {problem}. 어떤 스크립트도 이 클래스로 {model}을(를) 불러올 수 없으니 여기서 호출하세요.</translation>
    </message>
    <message>
        <source>{model} asks for {entry} = {value} in its generation configuration, which changes every score and which TensorFlow does not compute: remove the entry if the model is right without it.</source>
        <comment>changes_every_score</comment>
        <translation>{model}의 생성 설정에 모든 점수를 바꾸지만 TensorFlow가 계산하지 않는 {entry} = {value}이(가) 있습니다. 없어도 되면 제거하세요.</translation>
    </message>
    <message>
        <source>{model} cannot be loaded ({why}), while other models can: its files are damaged or do not belong together.</source>
        <comment>model_damaged</comment>
        <translation>{model}을(를) 불러올 수 없습니다({why}). 다른 모델은 됩니다. 파일이 손상되었거나 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{model} cannot be loaded, and no other model can ({why}){noted}: install the program again.</source>
        <comment>no_model_loads</comment>
        <translation>{model}도 다른 모델도 불러올 수 없습니다({why}){noted}. 프로그램을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{model} cannot be loaded, because Python cannot import what it needs ({why}): install that package, or the program again.</source>
        <comment>cannot_import</comment>
        <translation>{model}을(를) 불러올 수 없습니다. Python이 필요한 것을 가져오지 못합니다({why}). 그 패키지나 프로그램을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{model} cannot be pulled: give one of {names}, or a model of the hub as owner/name.</source>
        <comment>not_pullable</comment>
        <translation>{model}은(는) 받을 수 없습니다. {names} 중 하나나 소유자/이름 형식의 허브 모델을 주세요.</translation>
    </message>
    <message>
        <source>{model} cannot be read ({why}: {path}){noted}: correct that and load it again.</source>
        <comment>file_fault</comment>
        <translation>{model}을(를) 읽을 수 없습니다({why}: {path}){noted}. 고치고 다시 불러오세요.</translation>
    </message>
    <message>
        <source>{model} comes with the program and stays: only models that were pulled or imported can be removed.</source>
        <comment>bundled_stays</comment>
        <translation>{model}은(는) 프로그램에 포함되어 있어 남습니다. 받거나 가져온 모델만 제거할 수 있습니다.</translation>
    </message>
    <message>
        <source>{model} did not write this text, or not from this input: run the call again.</source>
        <comment>not_its_text</comment>
        <translation>이 텍스트는 {model}이(가) 쓰지 않았거나 입력이 다릅니다. 다시 호출하세요.</translation>
    </message>
    <message>
        <source>{model} does not fit into memory{noted}: close other programs or choose a smaller model.</source>
        <comment>model_too_large</comment>
        <translation>{model}이(가) 메모리에 들어가지 않습니다{noted}. 다른 프로그램을 닫거나 더 작은 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{model} does not hold {weights}, which {model_class} of Transformers needs: choose another model.</source>
        <comment>class_needs</comment>
        <translation>{model}에 Transformers의 {model_class}에 필요한 {weights}이(가) 없습니다. 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{model} has a config.json that is none.</source>
        <comment>hub_bad_config</comment>
        <translation>{model}의 config.json이 설정이 아닙니다.</translation>
    </message>
    <message>
        <source>{model} has a tokenizer of {tokens:,} tokens, its model knows {size:,}: they do not belong together.</source>
        <comment>tokenizer_too_large</comment>
        <translation>{model}의 토크나이저는 토큰이 {tokens:,}개인데 모델은 {size:,}개를 압니다. 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{model} has a tokenizer that cannot be read ({why}): add its tokenizer.json, which AutoTokenizer.from_pretrained(folder).save_pretrained(folder) writes if it knows its class.</source>
        <comment>tokenizer_to_save</comment>
        <translation>{model}의 토크나이저를 읽을 수 없습니다({why}). tokenizer.json을 추가하세요. 클래스를 안다면 AutoTokenizer.from_pretrained(folder).save_pretrained(folder)가 씁니다.</translation>
    </message>
    <message>
        <source>{model} has a tokenizer that cannot be read ({why}): correct its settings, or replace it.</source>
        <comment>tokenizer_fails</comment>
        <translation>{model}의 토크나이저를 읽을 수 없습니다({why}). 설정을 고치거나 바꾸세요.</translation>
    </message>
    <message>
        <source>{model} has an encoder: give bench peers a model that only decodes.</source>
        <comment>has_an_encoder</comment>
        <translation>{model}에 인코더가 있습니다. bench peers에는 디코더 전용 모델을 주세요.</translation>
    </message>
    <message>
        <source>{model} has model type {type}, which is not supported: use one of {known}.</source>
        <comment>model_type</comment>
        <translation>{model}의 모델 유형 {type}은(는) 지원하지 않습니다. {known} 중에서 쓰세요.</translation>
    </message>
    <message>
        <source>{model} has no config.json: choose a model in the format of Transformers.</source>
        <comment>hub_no_config</comment>
        <translation>{model}에 config.json이 없습니다. Transformers 형식의 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{model} has no weights as safetensors: choose a model with {file}.</source>
        <comment>hub_no_weights</comment>
        <translation>{model}에 safetensors 가중치가 없습니다. {file}이(가) 있는 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{model} has no {layer}, which it needs unless tie_word_embeddings is true in config.json: set that if its output layer is its embeddings, or download it again.</source>
        <comment>no_output_layer</comment>
        <translation>{model}에 {layer}이(가) 없는데, config.json의 tie_word_embeddings가 true가 아니면 필요합니다. 출력층이 임베딩이면 그렇게 설정하고, 아니면 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>{model} has one table of embeddings for its encoder and one for its decoder (share_encoder_decoder_embeddings: false), which TensorFlow&apos;s Marian does not have: choose a model that shares them.</source>
        <comment>separate_embeddings</comment>
        <translation>{model}은(는) 인코더와 디코더의 임베딩 표가 따로인데(share_encoder_decoder_embeddings: false) TensorFlow의 Marian에는 없습니다. 공유하는 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{model} has only pickles, which can run code: choose a model with {file}.</source>
        <comment>hub_only_pickles</comment>
        <translation>{model}에는 코드를 실행할 수 있는 피클뿐입니다. {file}이(가) 있는 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{model} has {layers:,} layers, more than the {most:,} that can be loaded: choose another model.</source>
        <comment>too_many_layers</comment>
        <translation>{model}의 층이 {layers:,}개로 불러올 수 있는 {most:,}개보다 많습니다. 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{model} hears speech: give bench a model that reads text.</source>
        <comment>reads_no_text</comment>
        <translation>{model}은(는) 음성을 듣습니다. bench에는 텍스트를 읽는 모델을 주세요.</translation>
    </message>
    <message>
        <source>{model} holds more weights than its configuration has a place for: its config.json belongs to another model.</source>
        <comment>too_many_weights</comment>
        <translation>{model}에 설정에 자리가 없는 가중치가 더 있습니다. config.json이 다른 모델의 것입니다.</translation>
    </message>
    <message>
        <source>{model} holds the weight {weight} as whole numbers ({format}) and does not say how they were quantized: use the model that it was made from, with weights in float32, float16 or bfloat16.</source>
        <comment>whole_numbers</comment>
        <translation>{model}의 가중치 {weight}이(가) 정수({format})인데 양자화 방법이 적혀 있지 않습니다. 원래 모델을 float32, float16, bfloat16 가중치로 쓰세요.</translation>
    </message>
    <message>
        <source>{model} holds weights that its configuration has no place for ({weights}): its config.json belongs to another model, or to another class of it.</source>
        <comment>weights_left_over</comment>
        <translation>{model}에 설정에 자리가 없는 가중치({weights})가 있습니다. config.json이 다른 모델이나 다른 클래스의 것입니다.</translation>
    </message>
    <message>
        <source>{model} holds {weights}, which {model_class} of Transformers has no place for: choose another model.</source>
        <comment>class_has_no_place</comment>
        <translation>{model}에 Transformers의 {model_class}에 자리가 없는 {weights}이(가) 있습니다. 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{model} holds {weight} of shape {shape}, but its configuration needs {needed}: its config.json belongs to another model.</source>
        <comment>other_shape</comment>
        <translation>{model}의 {weight} 모양이 {shape}인데 설정에는 {needed}이어야 합니다. config.json이 다른 모델의 것입니다.</translation>
    </message>
    <message>
        <source>{model} holds {weight} of shape {shape}, but its other layers have {usual}: it was put together from different models.</source>
        <comment>layer_differs</comment>
        <translation>{model}의 {weight} 모양이 {shape}인데 다른 층은 {usual}입니다. 서로 다른 모델을 합친 것입니다.</translation>
    </message>
    <message>
        <source>{model} holds {weight}, which differs from {shared}: TensorFlow&apos;s {family} has one table of embeddings, so choose a model with one.</source>
        <comment>two_tables</comment>
        <translation>{model}의 {weight}이(가) {shared}와 다릅니다. TensorFlow의 {family}은(는) 임베딩 표가 하나이니 하나인 모델을 고르세요.</translation>
    </message>
    <message>
        <source>{model} is being pulled by another process: remove it when that is done.</source>
        <comment>remove_later</comment>
        <translation>다른 프로세스가 {model}을(를) 받고 있습니다. 끝나면 제거하세요.</translation>
    </message>
    <message>
        <source>{model} is being pulled by another process: wait until it is here.</source>
        <comment>pulled_elsewhere</comment>
        <translation>다른 프로세스가 {model}을(를) 받고 있습니다. 올 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>{model} is gated: accept its terms at {host}, then log in with `hf auth login`.</source>
        <comment>hub_gated</comment>
        <translation>{model}은(는) 접근이 제한됩니다. {host}에서 약관에 동의하고 `hf auth login`으로 로그인하세요.</translation>
    </message>
    <message>
        <source>{model} is not on this machine yet: download it in the model panel.</source>
        <comment>download_first</comment>
        <translation>{model}은(는) 아직 이 컴퓨터에 없습니다. 모델 패널에서 다운로드하세요.</translation>
    </message>
    <message>
        <source>{model} is not on this machine yet: run `xla-playground models pull {model}` (about {size}).</source>
        <comment>not_pulled_yet</comment>
        <translation>{model}은(는) 아직 이 컴퓨터에 없습니다. `xla-playground models pull {model}`을 실행하세요(약 {size}).</translation>
    </message>
    <message>
        <source>{model} is quantized ({how}), which TensorFlow&apos;s classes cannot compute: use the model that it was made from, with weights in float32, float16 or bfloat16.</source>
        <comment>quantized</comment>
        <translation>{model}은(는) 양자화되어({how}) TensorFlow의 클래스가 계산할 수 없습니다. 원래 모델을 float32, float16, bfloat16 가중치로 쓰세요.</translation>
    </message>
    <message>
        <source>{model} lacks weights that its configuration needs ({weights}): its weights were saved in part, or its config.json belongs to another model.</source>
        <comment>weights_lacking</comment>
        <translation>{model}에 설정에 필요한 가중치({weights})가 없습니다. 일부만 저장되었거나 config.json이 다른 모델의 것입니다.</translation>
    </message>
    <message>
        <source>{model} lacks {weight}, which its other layers have: its weights were saved in part.</source>
        <comment>layer_lacks</comment>
        <translation>{model}에 다른 층에는 있는 {weight}이(가) 없습니다. 가중치가 일부만 저장되었습니다.</translation>
    </message>
    <message>
        <source>{model} names no decoder_start_token_id: add it to its generation_config.json.</source>
        <comment>no_start_token</comment>
        <translation>{model}에 decoder_start_token_id가 없습니다. generation_config.json에 추가하세요.</translation>
    </message>
    <message>
        <source>{model} needs about {needed} of memory, and {free} are free: close other programs, choose a smaller model, or load it all the same (--anyway).</source>
        <comment>model_needs_memory</comment>
        <translation>{model}에는 메모리가 약 {needed} 필요하고 {free} 남았습니다. 다른 프로그램을 닫거나, 더 작은 모델을 고르거나, 그래도 불러오세요(--anyway).</translation>
    </message>
    <message>
        <source>{model} says {entry} = {value}, which {why}: correct its config.json or generation_config.json.</source>
        <comment>prompt_entry</comment>
        <translation>{model}에 {entry} = {value}(으)로 되어 있는데 {why}. config.json이나 generation_config.json을 고치세요.</translation>
    </message>
    <message>
        <source>{model} says {name} = {value}, which is no token of its {size:,}: correct its config.json or generation_config.json.</source>
        <comment>not_a_token</comment>
        <translation>{model}에 {name} = {value}(으)로 되어 있는데 토큰 {size:,}개에 없습니다. config.json이나 generation_config.json을 고치세요.</translation>
    </message>
    <message>
        <source>{model} says {name} = {value}: several tokens, of which TensorFlow forces none. Name one.</source>
        <comment>several_forced_tokens</comment>
        <translation>{model}에 {name} = {value}(으)로 토큰이 여러 개인데 TensorFlow는 그중 아무것도 강제하지 않습니다. 하나만 쓰세요.</translation>
    </message>
    <message>
        <source>{model} should attend to the last {window:,} tokens only (sliding_window), which TensorFlow does not compute: a prompt and new tokens that pass them are refused.</source>
        <comment>sliding_window</comment>
        <translation>{model}은(는) 마지막 토큰 {window:,}개만 보아야 하는데(sliding_window) TensorFlow는 계산하지 않습니다. 이를 넘는 프롬프트와 새 토큰은 거부합니다.</translation>
    </message>
    <message>
        <source>{model} takes about {needed} of memory, and {free} are free: choose a smaller model, close other programs, or load it all the same.</source>
        <comment>memory_short</comment>
        <translation>{model}에는 메모리가 약 {needed} 필요하고 {free} 남았습니다. 더 작은 모델을 고르거나, 다른 프로그램을 닫거나, 그래도 불러오세요.</translation>
    </message>
    <message>
        <source>{model} takes about {needed} once more, and {free} are free</source>
        <comment>parity_no_room</comment>
        <translation>{model}에는 약 {needed}이(가) 한 번 더 필요하고 {free} 남았습니다</translation>
    </message>
    <message>
        <source>{model} was neither pulled nor imported, so nothing is removed: take a name of `xla-playground models list`.</source>
        <comment>not_removable</comment>
        <translation>{model}은(는) 받거나 가져온 것이 아니라서 아무것도 제거하지 않습니다. `xla-playground models list`의 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>{model}/preprocessor_config.json says {entry} = {value}, but {needed} is needed: it does not belong to this model.</source>
        <comment>preprocessor_differs</comment>
        <translation>{model}/preprocessor_config.json에 {entry} = {value}(으)로 되어 있지만 {needed}이어야 합니다. 이 모델의 것이 아닙니다.</translation>
    </message>
    <message>
        <source>{model}: config.json says {layers:,} layers, the weights have {stored:,}: they do not belong together.</source>
        <comment>other_layers</comment>
        <translation>{model}: config.json의 층은 {layers:,}개, 가중치는 {stored:,}개입니다. 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{model}: config.json says {what}, which no weight has: they do not belong together.</source>
        <comment>no_weight_has</comment>
        <translation>{model}: config.json에 {what}(으)로 되어 있는데 그런 가중치가 없습니다. 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{names} and {count:,} more</source>
        <comment>and_more</comment>
        <translation>{names} 외 {count:,}개</translation>
    </message>
    <message>
        <source>{names}: special tokens are those of the model&apos;s own folder.</source>
        <comment>special_tokens</comment>
        <translation>{names}: 특수 토큰은 모델 폴더의 것입니다.</translation>
    </message>
    <message>
        <source>{name} asks for more than the tokens, which are all that comes back.</source>
        <comment>only_returned</comment>
        <translation>{name}은(는) 토큰 이상을 요구하는데 토큰만 돌아옵니다.</translation>
    </message>
    <message>
        <source>{name} asks for more than token ids, which are all that comes back: leave it out.</source>
        <comment>token_ids_only</comment>
        <translation>{name}은(는) 토큰 ID 이상을 요구하는데 ID만 돌아옵니다. 빼세요.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}): check who may read it.</source>
        <comment>audio_unreadable</comment>
        <translation>{name}을(를) 읽을 수 없습니다({why}). 읽기 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>{name} cannot be read: separate texts by commas, and put quotes around commas.</source>
        <comment>texts_unreadable</comment>
        <translation>{name}을(를) 읽을 수 없습니다. 텍스트를 쉼표로 구분하고, 쉼표가 있으면 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>{name} cannot be read: separate words by commas, and write token ids in brackets ([12, 5]).</source>
        <comment>words_unreadable</comment>
        <translation>{name}을(를) 읽을 수 없습니다. 단어를 쉼표로 구분하고, 토큰 ID는 대괄호로 쓰세요([12, 5]).</translation>
    </message>
    <message>
        <source>{name} changes no token, so it has no control.</source>
        <comment>changes_no_token</comment>
        <translation>{name}은(는) 토큰을 바꾸지 않아 컨트롤이 없습니다.</translation>
    </message>
    <message>
        <source>{name} from {old} to {new}</source>
        <comment>knob_turned</comment>
        <translation>{name}: {old}에서 {new}(으)로</translation>
    </message>
    <message>
        <source>{name} has a word of more than {most} characters: shorten it.</source>
        <comment>word_too_long</comment>
        <translation>{name}에 {most}자를 넘는 단어가 있습니다. 줄이세요.</translation>
    </message>
    <message>
        <source>{name} has a word that is not valid UTF-8 ({word}): write it again.</source>
        <comment>word_not_utf8</comment>
        <translation>{name}에 올바른 UTF-8이 아닌 단어({word})가 있습니다. 다시 쓰세요.</translation>
    </message>
    <message>
        <source>{name} has a word with a NUL character: remove it.</source>
        <comment>word_with_nul</comment>
        <translation>{name}에 NUL 문자가 있는 단어가 있습니다. 빼세요.</translation>
    </message>
    <message>
        <source>{name} has a word without a character: leave it out.</source>
        <comment>word_empty</comment>
        <translation>{name}에 글자 없는 단어가 있습니다. 빼세요.</translation>
    </message>
    <message>
        <source>{name} has an empty text, which every text contains: leave it out.</source>
        <comment>text_empty</comment>
        <translation>{name}에 모든 텍스트에 들어 있는 빈 텍스트가 있습니다. 빼세요.</translation>
    </message>
    <message>
        <source>{name} has changed</source>
        <comment>upstream_changed</comment>
        <translation>{name}이(가) 바뀌었습니다</translation>
    </message>
    <message>
        <source>{name} has no tokenizer.json, by which prompts are counted here: save its tokenizer once with AutoTokenizer.from_pretrained(folder).save_pretrained(folder).</source>
        <comment>no_tokenizer_to_count</comment>
        <translation>{name}에 여기서 프롬프트를 세는 데 쓰는 tokenizer.json이 없습니다. AutoTokenizer.from_pretrained(folder).save_pretrained(folder)로 한 번 저장하세요.</translation>
    </message>
    <message>
        <source>{name} has {count:,} texts, more than {most:,}: use fewer.</source>
        <comment>too_many_texts</comment>
        <translation>{name}의 텍스트가 {count:,}개로 {most:,}개를 넘습니다. 줄이세요.</translation>
    </message>
    <message>
        <source>{name} has {count:,} words, more than {most:,}: use fewer.</source>
        <comment>too_many_words</comment>
        <translation>{name}의 단어가 {count:,}개로 {most:,}개를 넘습니다. 줄이세요.</translation>
    </message>
    <message>
        <source>{name} has {token:,}, which is no token of this model&apos;s {size:,}.</source>
        <comment>no_token_of_this_model</comment>
        <translation>{name}에 이 모델의 토큰 {size:,}개에 없는 {token:,}이(가) 있습니다.</translation>
    </message>
    <message>
        <source>{name} hides TensorFlow&apos;s report of compile times: leave it out.</source>
        <comment>report_hidden</comment>
        <translation>{name}은(는) TensorFlow의 컴파일 시간 보고를 숨깁니다. 빼세요.</translation>
    </message>
    <message>
        <source>{name} holds no sound: record it again.</source>
        <comment>audio_empty</comment>
        <translation>{name}에 소리가 없습니다. 다시 녹음하세요.</translation>
    </message>
    <message>
        <source>{name} holds samples that are not finite numbers: record it again.</source>
        <comment>audio_not_finite</comment>
        <translation>{name}에 유한하지 않은 샘플이 있습니다. 다시 녹음하세요.</translation>
    </message>
    <message>
        <source>{name} is MPEG-4 audio (M4A), which is not read: convert it to WAV, FLAC, OGG or MP3.</source>
        <comment>audio_m4a</comment>
        <translation>{name}은(는) MPEG-4 오디오(M4A)라 읽지 않습니다. WAV, FLAC, OGG, MP3로 변환하세요.</translation>
    </message>
    <message>
        <source>{name} is Python code, which no compiled loop runs.</source>
        <comment>is_code</comment>
        <translation>{name}은(는) 컴파일된 루프가 실행할 수 없는 Python 코드입니다.</translation>
    </message>
    <message>
        <source>{name} is Python code, which no compiled loop runs: leave it out, or use the model&apos;s own generate().</source>
        <comment>python_argument</comment>
        <translation>{name}은(는) 컴파일된 루프가 실행할 수 없는 Python 코드입니다. 빼거나 모델의 generate()를 쓰세요.</translation>
    </message>
    <message>
        <source>{name} is WebM or Matroska, which is not read: convert it to WAV, FLAC, OGG or MP3.</source>
        <comment>audio_webm</comment>
        <translation>{name}은(는) WebM 또는 Matroska라 읽지 않습니다. WAV, FLAC, OGG, MP3로 변환하세요.</translation>
    </message>
    <message>
        <source>{name} is damaged or not audio: convert it to WAV, FLAC, OGG or MP3.</source>
        <comment>not_audio</comment>
        <translation>{name}이(가) 손상되었거나 오디오가 아닙니다. WAV, FLAC, OGG, MP3로 변환하세요.</translation>
    </message>
    <message>
        <source>{name} is empty: type a number.</source>
        <comment>number_empty</comment>
        <translation>{name}이(가) 비어 있습니다. 수를 입력하세요.</translation>
    </message>
    <message>
        <source>{name} is longer than {hours} hours: cut it into parts.</source>
        <comment>audio_too_long</comment>
        <translation>{name}이(가) {hours}시간보다 깁니다. 나누세요.</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <comment>upstream_missing</comment>
        <translation>{name}이(가) 없습니다</translation>
    </message>
    <message>
        <source>{name} is no argument of generate that is known.</source>
        <comment>no_such_argument</comment>
        <translation>{name}은(는) 알려진 generate 인수가 아닙니다.</translation>
    </message>
    <message>
        <source>{name} is no text file of at most {limit}.</source>
        <comment>not_a_text_file</comment>
        <translation>{name}은(는) {limit} 이하의 텍스트 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{name} is not UTF-8 (its byte {place:,} is none of it): save it as UTF-8.</source>
        <comment>text_file_not_utf8</comment>
        <translation>{name}은(는) UTF-8이 아닙니다({place:,}번째 바이트). UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>{name} is not an argument that fast_generate takes: leave it out.</source>
        <comment>unknown_argument</comment>
        <translation>{name}은(는) fast_generate가 받는 인수가 아닙니다. 빼세요.</translation>
    </message>
    <message>
        <source>{name} is not an option here.</source>
        <comment>no_option</comment>
        <translation>{name}은(는) 여기의 옵션이 아닙니다.</translation>
    </message>
    <message>
        <source>{name} is not computed by either recipe.</source>
        <comment>not_computed_here</comment>
        <translation>{name}은(는) 두 레시피 모두 계산하지 않습니다.</translation>
    </message>
    <message>
        <source>{name} is not computed by fast_generate: leave it out.</source>
        <comment>not_computed</comment>
        <translation>{name}은(는) fast_generate가 계산하지 않습니다. 빼세요.</translation>
    </message>
    <message>
        <source>{name} is not read by the strategy {strategy}, so it was left as it is.</source>
        <comment>not_read</comment>
        <translation>{name}은(는) 전략 {strategy}이(가) 읽지 않아 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>{name} is passed over by TensorFlow&apos;s generate: choose the fast recipe, or set {name} to {neutral} and use top_p.</source>
        <comment>passed_over_use_top_p</comment>
        <translation>{name}은(는) TensorFlow의 generate가 무시합니다. fast 레시피를 고르거나, {name}을(를) {neutral}(으)로 하고 top_p를 쓰세요.</translation>
    </message>
    <message>
        <source>{name} is passed over by TensorFlow&apos;s generate: choose the fast recipe, or set {name} to {neutral}.</source>
        <comment>passed_over</comment>
        <translation>{name}은(는) TensorFlow의 generate가 무시합니다. fast 레시피를 고르거나 {name}을(를) {neutral}(으)로 하세요.</translation>
    </message>
    <message>
        <source>{name} is set</source>
        <comment>is_set</comment>
        <translation>{name}이(가) 설정되어 있습니다</translation>
    </message>
    <message>
        <source>{name} is {code}, which is no value here: the padding stays.</source>
        <comment>padding_unknown</comment>
        <translation>{name}이(가) 여기서 값이 아닌 {code}입니다. 패딩은 그대로입니다.</translation>
    </message>
    <message>
        <source>{name} is {encoding}: save it as UTF-8.</source>
        <comment>text_file_encoded</comment>
        <translation>{name}은(는) {encoding}입니다. UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>{name} is {format} audio: convert it to WAV, FLAC, OGG or MP3.</source>
        <comment>audio_format</comment>
        <translation>{name}은(는) {format} 오디오입니다. WAV, FLAC, OGG, MP3로 변환하세요.</translation>
    </message>
    <message>
        <source>{name} must be a finite number, not {given}.</source>
        <comment>not_finite</comment>
        <translation>{name}은(는) {given}이(가) 아니라 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>{name} must be a list of texts, not {given}.</source>
        <comment>not_texts</comment>
        <translation>{name}은(는) {given}이(가) 아니라 텍스트의 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>{name} must be a list of words or of lists of token ids, not {given}.</source>
        <comment>not_words</comment>
        <translation>{name}은(는) {given}이(가) 아니라 단어나 토큰 ID 목록의 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>{name} must be a number, not {given}, which may be read as a thousand: write it without the mark.</source>
        <comment>number_ambiguous</comment>
        <translation>{name}은(는) 수여야 하는데 {given}은(는) 천 단위로 읽힐 수 있습니다. 구분 기호 없이 쓰세요.</translation>
    </message>
    <message>
        <source>{name} must be a number, not {given}.</source>
        <comment>not_a_number</comment>
        <translation>{name}은(는) {given}이(가) 아니라 수여야 합니다.</translation>
    </message>
    <message>
        <source>{name} must be a whole number, not {given}.</source>
        <comment>not_whole</comment>
        <translation>{name}은(는) {given}이(가) 아니라 정수여야 합니다.</translation>
    </message>
    <message>
        <source>{name} must be an array of shape (prompts, tokens), not {given}: pad its rows to one length, and call outside of tf.function.</source>
        <comment>not_an_array</comment>
        <translation>{name}은(는) {given}이(가) 아니라 (프롬프트, 토큰) 모양의 배열이어야 합니다. 행을 같은 길이로 패딩하고 tf.function 밖에서 호출하세요.</translation>
    </message>
    <message>
        <source>{name} must be between {least:,} and {most:,}, not {given}. {advice}</source>
        <comment>out_of_range_advice</comment>
        <translation>{name}은(는) {given}이(가) 아니라 {least:,}~{most:,}이어야 합니다. {advice}</translation>
    </message>
    <message>
        <source>{name} must be between {least:,} and {most:,}, not {given}.</source>
        <comment>out_of_range</comment>
        <translation>{name}은(는) {given}이(가) 아니라 {least:,}~{most:,}이어야 합니다.</translation>
    </message>
    <message>
        <source>{name} must be true or false, not {given}.</source>
        <comment>not_a_switch</comment>
        <translation>{name}은(는) {given}이(가) 아니라 true 또는 false여야 합니다.</translation>
    </message>
    <message>
        <source>{name} must be whole numbers of shape (prompts, tokens), not {dtype} of shape {shape}.</source>
        <comment>not_token_ids</comment>
        <translation>{name}은(는) {shape} 모양의 {dtype}이(가) 아니라 (프롬프트, 토큰) 모양의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>{name} must be {choices}, not {given}.</source>
        <comment>not_a_choice</comment>
        <translation>{name}은(는) {given}이(가) 아니라 {choices}이어야 합니다.</translation>
    </message>
    <message>
        <source>{name} must be {known}, not {given}.</source>
        <comment>filter_not_one_of</comment>
        <translation>{name}은(는) {given}이(가) 아니라 {known}이어야 합니다.</translation>
    </message>
    <message>
        <source>{name} needs {kind}, and {code} is none in this text: type it here.</source>
        <comment>needs_literal</comment>
        <translation>{name}에는 {kind}이(가) 필요한데 이 텍스트의 {code}은(는) 아닙니다. 여기에 입력하세요.</translation>
    </message>
    <message>
        <source>{name} says that it holds {stated_s:,.1f} s and ends after {seconds:,.1f} s: it was cut off, so copy or download it again.</source>
        <comment>recording_cut_off</comment>
        <translation>{name}은(는) {stated_s:,.1f} s라고 하지만 {seconds:,.1f} s에서 끝납니다. 잘렸으니 다시 복사하거나 다운로드하세요.</translation>
    </message>
    <message>
        <source>{name} says {rate:,} samples a second, which cannot be: convert it to WAV, FLAC, OGG or MP3.</source>
        <comment>audio_rate</comment>
        <translation>{name}에 초당 샘플이 {rate:,}개라는데 불가능합니다. WAV, FLAC, OGG, MP3로 변환하세요.</translation>
    </message>
    <message>
        <source>{name} takes one or two whole numbers, not {given}.</source>
        <comment>not_a_seed</comment>
        <translation>{name}은(는) {given}이(가) 아니라 정수 하나나 둘을 받습니다.</translation>
    </message>
    <message>
        <source>{name} takes token ids, not {given}.</source>
        <comment>not_a_token_id</comment>
        <translation>{name}은(는) {given}이(가) 아니라 토큰 ID를 받습니다.</translation>
    </message>
    <message>
        <source>{name} takes words and lists of token ids ([[12, 5]]), not {given}.</source>
        <comment>not_a_word</comment>
        <translation>{name}은(는) {given}이(가) 아니라 단어와 토큰 ID 목록([[12, 5]])을 받습니다.</translation>
    </message>
    <message>
        <source>{name} takes words of 1 to {most} token ids, not {given}.</source>
        <comment>word_length</comment>
        <translation>{name}은(는) {given}이(가) 아니라 토큰 ID 1~{most}개의 단어를 받습니다.</translation>
    </message>
    <message>
        <source>{name} was left out: weights are computed in float32 or half precision.</source>
        <comment>not_quantized</comment>
        <translation>{name}은(는) 제외했습니다. 가중치는 float32 또는 절반 정밀도로 계산합니다.</translation>
    </message>
    <message>
        <source>{name} {new}</source>
        <comment>key_has</comment>
        <translation>{name} {new}</translation>
    </message>
    <message>
        <source>{name} {old} → {new}</source>
        <comment>key_changed</comment>
        <translation>{name} {old} → {new}</translation>
    </message>
    <message>
        <source>{name}/tokenizer.json cannot be read ({why}).</source>
        <comment>tokenizer_unreadable</comment>
        <translation>{name}/tokenizer.json을 읽을 수 없습니다({why}).</translation>
    </message>
    <message>
        <source>{name}: {why}, got {given}.</source>
        <comment>not_valid</comment>
        <translation>{name}: {why}, 받은 값 {given}.</translation>
    </message>
    <message>
        <source>{needed} are needed in {folder} and {free} are free: make room there, or set XLA_PLAYGROUND_HOME to another folder.</source>
        <comment>no_room</comment>
        <translation>{folder}에 {needed} 필요하고 {free} 남았습니다. 공간을 만들거나 XLA_PLAYGROUND_HOME을 다른 폴더로 설정하세요.</translation>
    </message>
    <message>
        <source>{one} has paid for its first call, against {other}, after some calls</source>
        <comment>expect_break_even</comment>
        <translation>{one}이(가) {other}에 비해 몇 번의 호출 뒤에 첫 호출의 비용을 회수했습니다</translation>
    </message>
    <message>
        <source>{one} takes at least {least} times as long as {other}</source>
        <comment>expect_ratio_above</comment>
        <translation>{one}이(가) {other}의 {least}배 이상 걸립니다</translation>
    </message>
    <message>
        <source>{one} takes at most {most} times as long as {other}</source>
        <comment>expect_ratio_below</comment>
        <translation>{one}이(가) {other}의 {most}배 이하로 걸립니다</translation>
    </message>
    <message>
        <source>{one} takes {least} to {most} times as long as {other}</source>
        <comment>expect_ratio_between</comment>
        <translation>{one}이(가) {other}의 {least}~{most}배 걸립니다</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <comment>both</comment>
        <translation>{others} 및 {last}</translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <comment>either</comment>
        <translation>{others} 또는 {last}</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}).</source>
        <comment>text_file_unreadable</comment>
        <translation>{path}을(를) 읽을 수 없습니다({why}).</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}): check it and who may read it.</source>
        <comment>folder_unreadable</comment>
        <translation>{path}을(를) 읽을 수 없습니다({why}). 파일과 읽기 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}): check the files and who may read them.</source>
        <comment>files_unreadable</comment>
        <translation>{path}을(를) 읽을 수 없습니다({why}). 파일들과 읽기 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>{path} cannot be removed ({why}): check who owns the folder.</source>
        <comment>entry_stays</comment>
        <translation>{path}을(를) 제거할 수 없습니다({why}). 폴더의 소유자를 확인하세요.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({why}): choose another place, or free some space.</source>
        <comment>file_unwritten</comment>
        <translation>{path}에 쓸 수 없습니다({why}). 다른 곳을 고르거나 공간을 비우세요.</translation>
    </message>
    <message>
        <source>{path} could not be set aside ({why}): it is used again.</source>
        <comment>file_stays</comment>
        <translation>{path}을(를) 옮겨 둘 수 없어({why}) 다시 사용합니다.</translation>
    </message>
    <message>
        <source>{path} is neither a file nor a folder: give a model folder.</source>
        <comment>neither_file_nor_folder</comment>
        <translation>{path}은(는) 파일도 폴더도 아닙니다. 모델 폴더를 주세요.</translation>
    </message>
    <message>
        <source>{path} is no model, it is {what}: give a folder with a config.json, or a GGUF file.</source>
        <comment>no_model_but</comment>
        <translation>{path}은(는) 모델이 아니라 {what}입니다. config.json이 있는 폴더나 GGUF 파일을 주세요.</translation>
    </message>
    <message>
        <source>{path} is no model: give a folder with a config.json, or a GGUF file.</source>
        <comment>no_model</comment>
        <translation>{path}은(는) 모델이 아닙니다. config.json이 있는 폴더나 GGUF 파일을 주세요.</translation>
    </message>
    <message>
        <source>{path} is not a name in UTF-8: rename it.</source>
        <comment>name_not_utf8</comment>
        <translation>{path}의 이름이 UTF-8이 아닙니다. 바꾸세요.</translation>
    </message>
    <message>
        <source>{place} differs from eager&apos;s by a near tie, which rounding decides: {scores}.</source>
        <comment>parity_near_tie</comment>
        <translation>{place}이(가) 반올림이 가르는 근소한 동점으로 eager와 다릅니다: {scores}.</translation>
    </message>
    <message>
        <source>{place} differs from eager&apos;s: {scores}.</source>
        <comment>parity_differs</comment>
        <translation>{place}이(가) eager와 다릅니다: {scores}.</translation>
    </message>
    <message>
        <source>{place} has fields that no {family} model reads; they are ignored: {fields}.</source>
        <comment>ignored_fields</comment>
        <translation>{place}에 {family} 모델이 읽지 않는 필드가 있어 무시합니다: {fields}.</translation>
    </message>
    <message>
        <source>{rewrite} ({why})</source>
        <comment>rewrite_off</comment>
        <translation>{rewrite}({why})</translation>
    </message>
    <message>
        <source>{settings}</source>
        <comment>are_set</comment>
        <translation>{settings}</translation>
    </message>
    <message>
        <source>{side} cannot be started ({why}: {command}).</source>
        <comment>side_not_started</comment>
        <translation>{side}을(를) 시작할 수 없습니다({why}: {command}).</translation>
    </message>
    <message>
        <source>{side} ended with code {code}: {last}</source>
        <comment>side_ended</comment>
        <translation>{side}이(가) 코드 {code}(으)로 끝났습니다: {last}</translation>
    </message>
    <message>
        <source>{side} is left out: {why}.</source>
        <comment>side_left_out</comment>
        <translation>{side}을(를) 제외합니다: {why}.</translation>
    </message>
    <message>
        <source>{size:,} positions</source>
        <comment>positions</comment>
        <translation>위치 {size:,}개</translation>
    </message>
    <message>
        <source>{strategy} search returns one sequence a prompt: add --do-sample or --num-beams.</source>
        <comment>one_sequence</comment>
        <translation>{strategy} 서치는 프롬프트마다 시퀀스 하나를 돌려줍니다. --do-sample 또는 --num-beams를 추가하세요.</translation>
    </message>
    <message>
        <source>{strategy}, {model}: PyTorch against XLA</source>
        <comment>claim_torch</comment>
        <translation>{strategy}, {model}: PyTorch와 XLA</translation>
    </message>
    <message>
        <source>{strategy}, {model}: eager against XLA</source>
        <comment>claim_eager</comment>
        <translation>{strategy}, {model}: eager와 XLA</translation>
    </message>
    <message>
        <source>{taken:,} padded prompt tokens and {tokens:,} new tokens are more than {limit}: ask for at most {room:,} new tokens.</source>
        <comment>tokens_above_limit</comment>
        <translation>패딩된 프롬프트 토큰 {taken:,}개와 새 토큰 {tokens:,}개가 {limit}보다 많습니다. 새 토큰을 최대 {room:,}개까지 요청하세요.</translation>
    </message>
    <message>
        <source>{tokens:,} new tokens are more than {limit}: ask for at most {room:,} new tokens.</source>
        <comment>new_tokens_above_limit</comment>
        <translation>새 토큰 {tokens:,}개가 {limit}보다 많습니다. 최대 {room:,}개까지 요청하세요.</translation>
    </message>
    <message>
        <source>{tokens:,} new tokens exceed the {room:,} that the decoder holds after the {prompt} of its prompt: ask for at most {room:,}, or leave the number out.</source>
        <comment>transcript_above_room</comment>
        <translation>새 토큰 {tokens:,}개가 디코더의 프롬프트 {prompt}개 뒤에 담을 수 있는 {room:,}개를 넘습니다. 최대 {room:,}개를 요청하거나 비워 두세요.</translation>
    </message>
    <message>
        <source>{value} {unit}</source>
        <comment>one_duration</comment>
        <translation>{value} {unit}</translation>
    </message>
    <message>
        <source>{weights} of {model} differ from its embeddings and will not be used: its output layer is its embeddings (tie_word_embeddings), as in PyTorch.</source>
        <comment>weights_unused</comment>
        <translation>{model}의 {weights}이(가) 임베딩과 다른데 쓰지 않습니다. PyTorch처럼 출력층이 임베딩입니다(tie_word_embeddings).</translation>
    </message>
    <message>
        <source>{weights} of {model} differs from its embeddings and will not be used: its output layer is its embeddings (tie_word_embeddings), as in PyTorch.</source>
        <comment>weights_unused</comment>
        <translation>{model}의 {weights}이(가) 임베딩과 다른데 쓰지 않습니다. PyTorch처럼 출력층이 임베딩입니다(tie_word_embeddings).</translation>
    </message>
    <message>
        <source>{what} does not fit into memory: use fewer prompts, beams or new tokens.</source>
        <comment>call_too_large</comment>
        <translation>{what}이(가) 메모리에 들어가지 않습니다. 프롬프트, 빔, 새 토큰을 줄이세요.</translation>
    </message>
    <message>
        <source>{what} failed: {kind}: {why}{noted}</source>
        <comment>call_failed</comment>
        <translation>{what} 실패: {kind}: {why}{noted}</translation>
    </message>
    <message>
        <source>{which} contains a NUL character at {place}: remove it.</source>
        <comment>prompt_with_nul</comment>
        <translation>{which}의 {place}에 NUL 문자가 있습니다. 빼세요.</translation>
    </message>
    <message>
        <source>{which} contains half a character (a lone surrogate) at {place}: remove it.</source>
        <comment>prompt_with_surrogate</comment>
        <translation>{which}의 {place}에 반쪽 문자(짝 없는 서로게이트)가 있습니다. 빼세요.</translation>
    </message>
    <message>
        <source>{which} has {count:,} characters, more than {most:,}: shorten it.</source>
        <comment>prompt_too_long</comment>
        <translation>{which}이(가) {count:,}자로 {most:,}자를 넘습니다. 줄이세요.</translation>
    </message>
    <message>
        <source>{which} is empty: remove it or type some text.</source>
        <comment>prompt_empty</comment>
        <translation>{which}이(가) 비어 있습니다. 빼거나 텍스트를 입력하세요.</translation>
    </message>
    <message>
        <source>{which} is not UTF-8 at {place}: write it in UTF-8, or in a file of it.</source>
        <comment>prompt_not_utf8</comment>
        <translation>{which}의 {place}이(가) UTF-8이 아닙니다. UTF-8로 쓰거나 UTF-8 파일에 쓰세요.</translation>
    </message>
    <message>
        <source>{within} of 1 first call took a time within its forecast; nine of ten should.</source>
        <comment>within_forecasts</comment>
        <translation>첫 호출 1개 중 {within}개가 예측 범위 안이었습니다. 열에 아홉이어야 합니다.</translation>
    </message>
    <message>
        <source>{within} of the last {count} first calls took a time within their forecast; nine of ten should.</source>
        <comment>within_forecasts</comment>
        <translation>최근 첫 호출 {count}개 중 {within}개가 예측 범위 안이었습니다. 열에 아홉이어야 합니다.</translation>
    </message>
    <message>
        <source>{word} has {count} tokens, more than the {most} of one of bad_words_ids: shorten it.</source>
        <comment>word_of_too_many_tokens</comment>
        <translation>{word}의 토큰이 {count}개로 bad_words_ids 하나의 {most}개를 넘습니다. 줄이세요.</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>The prompt. Each line is a prompt; several are one batch.</source>
        <translation>프롬프트. 한 줄이 프롬프트 하나이고, 여러 줄은 한 배치입니다.</translation>
    </message>
    <message>
        <source>The arm says who runs the call: eager, a graph, or XLA. The recipe is the guide&apos;s code or the fast one.</source>
        <translation>실행 방식은 누가 호출을 실행할지를 정합니다: eager, 그래프, XLA. 레시피는 가이드의 코드이거나 fast입니다.</translation>
    </message>
    <message>
        <source>Options. A live option changes for free; a structural one needs a new specialization, so the next call is a first call.</source>
        <translation>옵션. 라이브 옵션은 비용 없이 바뀝니다. 구조적 옵션은 새 특수화가 필요해서 다음 호출이 첫 호출이 됩니다.</translation>
    </message>
    <message>
        <source>The forecast: what the next call will take, before you press Run.</source>
        <translation>예측: 실행을 누르기 전에 다음 호출이 얼마나 걸릴지 말합니다.</translation>
    </message>
    <message>
        <source>Press Run, and each call is a column here. A first call is mostly trace and compile.</source>
        <translation>실행을 누르면 호출마다 여기에 열이 하나 생깁니다. 첫 호출은 대부분 트레이스와 컴파일입니다.</translation>
    </message>
    <message>
        <source>The steady calls that follow reuse the specialization: they only run.</source>
        <translation>뒤따르는 정상 호출은 특수화를 다시 씁니다. 실행만 합니다.</translation>
    </message>
    <message>
        <source>Every specialization, in memory and on disk. Lessons (F1) go on from here; Help has this tour again.</source>
        <translation>메모리와 디스크에 있는 모든 특수화. 레슨(F1)이 여기서 이어지고, 둘러보기는 도움말에 있습니다.</translation>
    </message>
</context>
<context>
    <name>view</name>
    <message>
        <source>Operation</source>
        <translation>연산</translation>
    </message>
    <message>
        <source>As the program&apos;s text has it</source>
        <translation>프로그램의 텍스트에 있는 그대로</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Of the time of all operations; a dash: it only runs others</source>
        <translation>모든 연산의 시간 중 비율. 줄표: 다른 연산만 실행</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Time of all its runs in one call, on all threads: the sum may exceed the call</source>
        <translation>한 호출에서 모든 실행에 걸린 시간이며 모든 스레드를 더합니다. 합은 호출보다 길 수 있습니다</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>How often it ran in one call</source>
        <translation>호출 한 번에 실행된 횟수</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Its opcode; of a fusion also what it fuses</source>
        <translation>opcode. 퓨전은 합친 것도 표시</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Of the call</source>
        <translation>호출의</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>The operation of TensorFlow that it came from, as far as XLA kept it</source>
        <translation>XLA가 남긴 한에서, 유래한 TensorFlow 연산</translation>
    </message>
</context>
<context>
    <name>whats_this</name>
    <message>
        <source>The prompts, one a line. Several lines are one batch: its width and its padded length are part of the specialization.</source>
        <extracomment>The text of a control by its object name. Options have theirs in their tooltips, which say what an option does, whether it is live or structural, and why it may be greyed out.</extracomment>
        <translation>프롬프트, 한 줄에 하나. 여러 줄은 한 배치입니다. 배치의 행 수와 패딩된 길이는 특수화에 들어갑니다.</translation>
    </message>
    <message>
        <source>Replaces the prompts with a sample. It costs a trace and a compile only if the shape is new.</source>
        <translation>프롬프트를 예시로 바꿉니다. 모양이 새것일 때만 트레이스와 컴파일이 듭니다.</translation>
    </message>
    <message>
        <source>Puts each prompt into the chat template of the model. The template&apos;s tokens make the prompt longer.</source>
        <translation>프롬프트마다 모델의 채팅 템플릿에 넣습니다. 템플릿의 토큰만큼 프롬프트가 길어집니다.</translation>
    </message>
    <message>
        <source>The model of the next call. Another one has specializations of its own.</source>
        <translation>다음 호출의 모델. 다른 모델에는 자기 특수화가 있습니다.</translation>
    </message>
    <message>
        <source>Opens a model from a folder, a file or the hub. Loading it takes memory beside the present one until that is released.</source>
        <translation>폴더, 파일 또는 허브에서 모델을 엽니다. 지금 모델이 해제될 때까지 그 옆에서 메모리를 차지합니다.</translation>
    </message>
    <message>
        <source>Sets the options that the publisher of the model chose. Structural ones lead to a new specialization.</source>
        <translation>모델 발행자가 고른 옵션을 설정합니다. 구조적 옵션은 새 특수화로 이어집니다.</translation>
    </message>
    <message>
        <source>Shows or hides the options that make no difference to the next call. It changes no call.</source>
        <translation>다음 호출에 영향이 없는 옵션을 보이거나 숨깁니다. 호출은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Shows or hides the padding entries that are not read. It changes no call.</source>
        <translation>읽지 않는 패딩 항목을 보이거나 숨깁니다. 호출은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Lets the page fill the middle of the window, beside the panels at the left, and brings text and plots back. It changes no call.</source>
        <translation>페이지가 왼쪽 패널 옆에서 창의 가운데를 채우게 하고, 다시 텍스트와 그래프를 불러옵니다. 호출은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>How the next token is chosen. Another strategy is another loop, so a new specialization.</source>
        <translation>다음 토큰을 고르는 방법. 다른 전략은 다른 루프이므로 새 특수화입니다.</translation>
    </message>
    <message>
        <source>When text appears while a call runs. Blocks let a call end early, and cost a little between them.</source>
        <translation>호출이 실행되는 동안 텍스트가 언제 나타날지. 블록이 있으면 호출을 일찍 끝낼 수 있고, 블록 사이에 조금 더 듭니다.</translation>
    </message>
    <message>
        <source>Draws a new seed. A seed is an input of the function: it costs no trace.</source>
        <translation>새 시드를 뽑습니다. 시드는 함수의 입력이어서 트레이스가 들지 않습니다.</translation>
    </message>
    <message>
        <source>Finds the padding policy that costs a list of prompts the least time. It computes forecasts and makes no call.</source>
        <translation>프롬프트 목록에 시간이 가장 적게 드는 패딩 정책을 찾습니다. 예측을 계산할 뿐 호출하지 않습니다.</translation>
    </message>
    <message>
        <source>How prompts are padded. Fewer padded lengths mean fewer specializations, but more padding to compute.</source>
        <translation>프롬프트를 패딩하는 방법. 패딩된 길이가 적으면 특수화는 적어지고 계산할 패딩은 많아집니다.</translation>
    </message>
    <message>
        <source>Where the padding goes. The other side is another specialization.</source>
        <translation>패딩이 들어가는 쪽. 다른 쪽은 다른 특수화입니다.</translation>
    </message>
    <message>
        <source>Prompts are padded to a multiple of this. A larger one means fewer first calls and more padding.</source>
        <translation>프롬프트를 이 수의 배수로 패딩합니다. 크면 첫 호출은 적어지고 패딩은 많아집니다.</translation>
    </message>
    <message>
        <source>Prompts are padded to this length. One length means one specialization for all of them.</source>
        <translation>프롬프트를 이 길이로 패딩합니다. 길이가 하나면 모두에 특수화 하나입니다.</translation>
    </message>
    <message>
        <source>Room for tokens in the cache of the fast recipe. Within it, another number of new tokens costs no trace.</source>
        <translation>fast 레시피의 캐시에 들어가는 토큰 수. 그 안에서는 새 토큰 수를 바꿔도 트레이스가 들지 않습니다.</translation>
    </message>
    <message>
        <source>Runs operation by operation, without trace or compile. Each call pays the time of Python.</source>
        <translation>트레이스나 컴파일 없이 연산을 하나씩 실행합니다. 호출마다 Python의 시간이 듭니다.</translation>
    </message>
    <message>
        <source>Traces one tf.function, and runs the graph. The first call pays for the trace.</source>
        <translation>tf.function 하나를 트레이스해 그래프를 실행합니다. 첫 호출이 트레이스의 값을 냅니다.</translation>
    </message>
    <message>
        <source>Traces one tf.function, and has XLA compile it. The first call is the slowest, steady calls the fastest.</source>
        <translation>tf.function 하나를 트레이스하고 XLA가 컴파일하게 합니다. 첫 호출이 가장 느리고 정상 호출이 가장 빠릅니다.</translation>
    </message>
    <message>
        <source>The code of the guide. Most changes of options need a new specialization.</source>
        <translation>가이드의 코드. 옵션을 바꾸면 대부분 새 특수화가 필요합니다.</translation>
    </message>
    <message>
        <source>Our own loop. It traces in a fraction of the time, and most options are live.</source>
        <translation>우리 루프. 트레이스 시간이 훨씬 짧고 대부분의 옵션이 라이브입니다.</translation>
    </message>
    <message>
        <source>Computes in float32, as the guide does. It takes the most memory.</source>
        <translation>가이드처럼 float32로 계산합니다. 메모리를 가장 많이 차지합니다.</translation>
    </message>
    <message>
        <source>Computes in bfloat16: half the memory, perhaps other tokens, and specializations of its own.</source>
        <translation>bfloat16으로 계산합니다. 메모리는 절반, 토큰은 다를 수 있고, 자기 특수화가 있습니다.</translation>
    </message>
    <message>
        <source>Computes in float16: half the memory, perhaps other tokens, and specializations of its own.</source>
        <translation>float16으로 계산합니다. 메모리는 절반, 토큰은 다를 수 있고, 자기 특수화가 있습니다.</translation>
    </message>
    <message>
        <source>How many calls one press of Run makes. After the first call the others are steady.</source>
        <translation>실행을 한 번 누를 때 하는 호출 수. 첫 호출 다음은 정상 호출입니다.</translation>
    </message>
    <message>
        <source>Makes the calls. The forecast beside it says whether a specialization is there, and how long it takes.</source>
        <translation>호출을 합니다. 옆의 예측이 특수화가 있는지, 얼마나 걸릴지를 말합니다.</translation>
    </message>
    <message>
        <source>Gives up the running call. A call that does not stream ends the worker, and its specializations in memory are gone.</source>
        <translation>실행 중인 호출을 그만둡니다. 스트리밍하지 않는 호출은 워커와 함께 끝나고 메모리의 특수화가 사라집니다.</translation>
    </message>
    <message>
        <source>Opens the race, which makes this call on several lanes. Nothing runs yet.</source>
        <translation>레이스를 엽니다. 이 호출을 여러 레인에서 합니다. 아직 아무것도 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>Copies the text of all sequences.</source>
        <translation>모든 시퀀스의 텍스트를 복사합니다.</translation>
    </message>
    <message>
        <source>Shades each token by its probability. Scores are other outputs of the function: a new specialization.</source>
        <translation>토큰마다 확률로 음영을 넣습니다. 점수는 함수의 다른 출력이어서 새 특수화입니다.</translation>
    </message>
    <message>
        <source>Shows probabilities after the processors instead of those of the model alone.</source>
        <translation>모델만의 확률 대신 프로세서를 거친 확률을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Whether the tokens are those of the eager arm.</source>
        <translation>토큰이 eager 실행 방식의 것과 같은지.</translation>
    </message>
    <message>
        <source>Switches the recipe to the guide&apos;s, to measure what its code takes here. Its first call is slow.</source>
        <translation>레시피를 가이드의 것으로 바꿔 그 코드가 여기서 얼마나 걸리는지 잽니다. 첫 호출은 느립니다.</translation>
    </message>
    <message>
        <source>Shows the newest call, and those that follow.</source>
        <translation>최신 호출과 뒤따르는 호출을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Saves what is shown beside it as a file. Nothing is run.</source>
        <translation>옆에 보이는 것을 파일로 저장합니다. 아무것도 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>Keeps all calls in view, in both plots.</source>
        <translation>두 그래프에서 모든 호출이 보이게 합니다.</translation>
    </message>
    <message>
        <source>Keeps the latest calls in view, in both plots.</source>
        <translation>두 그래프에서 최근 호출이 보이게 합니다.</translation>
    </message>
    <message>
        <source>Switches the axis of time between linear and logarithmic. A first call dwarfs steady calls on a linear one.</source>
        <translation>시간 축을 선형과 로그 사이에서 바꿉니다. 선형 축에서는 첫 호출이 정상 호출을 압도합니다.</translation>
    </message>
    <message>
        <source>Takes medians and p95 over the last 50 calls of each series instead of over all.</source>
        <translation>계열마다 모든 호출 대신 최근 50개로 중앙값과 p95를 구합니다.</translation>
    </message>
    <message>
        <source>Switches the recipe to fast, under which this option is live.</source>
        <extracomment>The texts of controls whose object names begin alike.</extracomment>
        <translation>레시피를 fast로 바꿉니다. 거기서는 이 옵션이 라이브입니다.</translation>
    </message>
    <message>
        <source>Makes the experiment of this row. It pays first calls of its own, and Run waits.</source>
        <translation>이 행의 실험을 수행합니다. 첫 호출의 비용을 따로 치르며, 실행은 기다립니다.</translation>
    </message>
    <message>
        <source>Whether this lane races. Each one pays a first call of its own.</source>
        <translation>이 레인이 레이스에 나갈지. 레인마다 자기 첫 호출이 듭니다.</translation>
    </message>
    <message>
        <source>Shows only the calls that match these words. The others stay in the history.</source>
        <translation>이 말에 맞는 호출만 보여 줍니다. 나머지는 기록에 남습니다.</translation>
    </message>
    <message>
        <source>Chooses which models, arms, recipes, strategies and reasons are shown.</source>
        <translation>어떤 모델, 실행 방식, 레시피, 전략, 이유를 보일지 고릅니다.</translation>
    </message>
    <message>
        <source>Selects the calls of this row in the table of calls.</source>
        <translation>이 행의 호출을 호출 표에서 선택합니다.</translation>
    </message>
    <message>
        <source>Adds up the seconds of all sessions.</source>
        <translation>모든 세션의 초를 더합니다.</translation>
    </message>
    <message>
        <source>Adds up the seconds of this session alone.</source>
        <translation>이 세션만의 초를 더합니다.</translation>
    </message>
    <message>
        <source>Prepares specializations in the background, so that later calls are steady. It takes a core meanwhile.</source>
        <translation>나중 호출이 정상이 되도록 특수화를 뒤에서 준비합니다. 그동안 코어 하나를 씁니다.</translation>
    </message>
    <message>
        <source>Stops warming up. What was stored stays.</source>
        <translation>워밍업을 멈춥니다. 저장된 것은 남습니다.</translation>
    </message>
    <message>
        <source>Compares each specialization with the eager arm while no call runs. It costs one eager call each.</source>
        <translation>호출이 없는 동안 특수화마다 eager 실행 방식과 비교합니다. 하나마다 eager 호출 한 번이 듭니다.</translation>
    </message>
    <message>
        <source>How much the store may hold on disk. Past it, the specialization that was unused for longest goes.</source>
        <translation>저장소가 디스크에서 차지할 수 있는 크기. 넘으면 가장 오래 쓰지 않은 특수화가 나갑니다.</translation>
    </message>
    <message>
        <source>How much memory the worker may hold before a new one replaces it. Specializations in memory are then read from the store.</source>
        <translation>새 워커로 바꾸기 전까지 워커가 차지할 수 있는 메모리. 메모리의 특수화는 그 뒤 저장소에서 읽습니다.</translation>
    </message>
    <message>
        <source>Lists every specialization in the store.</source>
        <translation>저장소의 모든 특수화를 나열합니다.</translation>
    </message>
    <message>
        <source>Removes every specialization from the store. Their next calls trace and compile again.</source>
        <translation>저장소의 모든 특수화를 제거합니다. 다음 호출은 다시 트레이스하고 컴파일합니다.</translation>
    </message>
    <message>
        <source>Shows what XLA made of this specialization. Looking compiles it once more, in the background.</source>
        <translation>XLA가 이 특수화로 무엇을 만들었는지 보여 줍니다. 보려면 뒤에서 한 번 더 컴파일합니다.</translation>
    </message>
    <message>
        <source>Shows what XLA made of the specialization of the selected call.</source>
        <translation>선택한 호출의 특수화로 XLA가 무엇을 만들었는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>The specialization that this one is compared with.</source>
        <translation>이 특수화와 비교할 특수화.</translation>
    </message>
    <message>
        <source>Gives up the look inside. The worker may start anew.</source>
        <translation>들여다보기를 그만둡니다. 워커가 새로 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>Runs the call once under the profiler. That call is slower than a steady one.</source>
        <translation>호출을 프로파일러 아래에서 한 번 실행합니다. 그 호출은 정상 호출보다 느립니다.</translation>
    </message>
    <message>
        <source>Saves the events of the profile as a file.</source>
        <translation>프로파일의 이벤트를 파일로 저장합니다.</translation>
    </message>
    <message>
        <source>Breaks the first call that is selected down into the parts of its trace, compile and run.</source>
        <translation>선택한 첫 호출을 트레이스, 컴파일, 실행의 부분으로 나눕니다.</translation>
    </message>
    <message>
        <source>Measures how fast this machine reads memory and computes, once. The limits of a call are seen against that.</source>
        <translation>이 컴퓨터가 메모리를 읽고 계산하는 속도를 한 번 잽니다. 호출의 한계를 그것에 견줍니다.</translation>
    </message>
    <message>
        <source>Starts the race, in a process of its own with an empty store: each lane pays its first call.</source>
        <translation>빈 저장소로 별도 프로세스에서 레이스를 시작합니다. 레인마다 첫 호출이 듭니다.</translation>
    </message>
    <message>
        <source>Ends the race. What was measured is shown.</source>
        <translation>레이스를 끝냅니다. 잰 것은 표시합니다.</translation>
    </message>
    <message>
        <source>How many steady calls each lane makes after its first call.</source>
        <translation>첫 호출 뒤에 레인마다 하는 정상 호출 수.</translation>
    </message>
    <message>
        <source>Chooses the Python that has PyTorch, for its lanes.</source>
        <translation>PyTorch 레인에 쓸, PyTorch가 있는 Python을 고릅니다.</translation>
    </message>
    <message>
        <source>The Python that has PyTorch, for its lanes.</source>
        <translation>PyTorch 레인에 쓸, PyTorch가 있는 Python.</translation>
    </message>
    <message>
        <source>Shows the first and the steady calls of each lane.</source>
        <translation>레인마다 첫 호출과 정상 호출을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Shows which lane leads after a number of calls, and where break-even is.</source>
        <translation>호출 수에 따라 어느 레인이 앞서는지, 손익분기가 어디인지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Shows the first and the steady calls of each arm.</source>
        <translation>실행 방식마다 첫 호출과 정상 호출을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Shows which arm leads after a number of calls, and where break-even is.</source>
        <translation>호출 수에 따라 어느 실행 방식이 앞서는지, 손익분기가 어디인지 보여 줍니다.</translation>
    </message>
    <message>
        <source>The function that the lab runs. A change of it is a new trace.</source>
        <translation>랩이 실행하는 함수. 바꾸면 새로 트레이스합니다.</translation>
    </message>
    <message>
        <source>Runs the function under eager, graph and XLA, in a process of its own.</source>
        <translation>함수를 별도 프로세스에서 eager, graph, XLA로 실행합니다.</translation>
    </message>
    <message>
        <source>Ends the run of the lab.</source>
        <translation>랩의 실행을 끝냅니다.</translation>
    </message>
    <message>
        <source>Ends a run that takes longer, first calls included. What it printed stays.</source>
        <translation>더 오래 걸리는 실행을 끝냅니다. 첫 호출도 포함됩니다. 출력한 내용은 남습니다.</translation>
    </message>
    <message>
        <source>How much memory the code may ask for beside TensorFlow&apos;s own. Past it, its line gets an error.</source>
        <translation>코드가 TensorFlow 자체의 메모리 외에 요청할 수 있는 메모리입니다. 이를 넘으면 그 줄에서 오류가 납니다.</translation>
    </message>
    <message>
        <source>Makes every experiment, each in a process of its own. It takes minutes, and Run waits.</source>
        <translation>모든 실험을 각각 별도의 프로세스에서 수행합니다. 몇 분이 걸리며, 실행은 기다립니다.</translation>
    </message>
    <message>
        <source>Ends the experiment. Ratios that were measured before stay.</source>
        <translation>실험을 끝냅니다. 앞서 측정한 비율은 남습니다.</translation>
    </message>
    <message>
        <source>Copies the command that repeats the experiment in a terminal.</source>
        <translation>터미널에서 실험을 되풀이하는 명령을 복사합니다.</translation>
    </message>
    <message>
        <source>Also looks inside XLA at the next run. That compiles the function once more.</source>
        <translation>다음 실행에서 XLA 내부도 봅니다. 함수를 한 번 더 컴파일합니다.</translation>
    </message>
    <message>
        <source>Replaces the code with an example.</source>
        <translation>코드를 예시로 바꿉니다.</translation>
    </message>
    <message>
        <source>Opens or saves the code as a file.</source>
        <translation>코드를 파일로 열거나 저장합니다.</translation>
    </message>
    <message>
        <source>What the function printed. Under graph and XLA, print runs only while tracing.</source>
        <translation>함수가 출력한 것. graph와 XLA에서 print는 트레이스할 때만 실행됩니다.</translation>
    </message>
    <message>
        <source>Goes to the part before.</source>
        <translation>이전 부분으로 갑니다.</translation>
    </message>
    <message>
        <source>Goes to the next part. Nothing is run.</source>
        <translation>다음 부분으로 갑니다. 아무것도 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>Points at the control that the lesson speaks of.</source>
        <translation>레슨이 말하는 컨트롤을 가리킵니다.</translation>
    </message>
    <message>
        <source>Puts the settings of the step into the panels. Your own come back with Leave.</source>
        <translation>단계의 설정을 패널에 넣습니다. 나가기를 누르면 원래 설정이 돌아옵니다.</translation>
    </message>
    <message>
        <source>Puts the settings of the step into the panels, and makes its calls.</source>
        <translation>단계의 설정을 패널에 넣고 호출합니다.</translation>
    </message>
    <message>
        <source>Puts your own settings back. The lesson waits for you.</source>
        <translation>원래 설정을 되돌립니다. 레슨은 기다립니다.</translation>
    </message>
    <message>
        <source>The language that is spoken. If it is left free it is found once for a recording.</source>
        <translation>말하는 언어. 비워 두면 녹음마다 한 번 찾습니다.</translation>
    </message>
    <message>
        <source>Whether speech is written down, or translated into English.</source>
        <translation>말을 받아쓸지, 영어로 번역할지.</translation>
    </message>
    <message>
        <source>Opens a recording.</source>
        <translation>녹음을 엽니다.</translation>
    </message>
    <message>
        <source>Opens a recording that comes with the program.</source>
        <translation>프로그램에 들어 있는 녹음을 엽니다.</translation>
    </message>
    <message>
        <source>Plays the recording.</source>
        <translation>녹음을 재생합니다.</translation>
    </message>
    <message>
        <source>Records from the microphone.</source>
        <translation>마이크로 녹음합니다.</translation>
    </message>
    <message>
        <source>Starts the worker again. Stored specializations are read, the others are traced again.</source>
        <translation>워커를 다시 시작합니다. 저장된 특수화는 읽고, 나머지는 다시 트레이스합니다.</translation>
    </message>
    <message>
        <source>Downloads the model to this machine.</source>
        <translation>모델을 이 컴퓨터로 내려받습니다.</translation>
    </message>
    <message>
        <source>Loads the model although memory may not be enough.</source>
        <translation>메모리가 모자랄 수 있어도 모델을 불러옵니다.</translation>
    </message>
    <message>
        <source>Shows the calls of this machine again.</source>
        <translation>이 컴퓨터의 호출을 다시 보여 줍니다.</translation>
    </message>
    <message>
        <source>Takes the notice away.</source>
        <translation>알림을 치웁니다.</translation>
    </message>
    <message>
        <source>Ends the tour. Help has it again.</source>
        <translation>둘러보기를 끝냅니다. 도움말에 다시 있습니다.</translation>
    </message>
    <message>
        <source>Goes to the step before.</source>
        <translation>이전 단계로 갑니다.</translation>
    </message>
    <message>
        <source>Goes to the next step.</source>
        <translation>다음 단계로 갑니다.</translation>
    </message>
    <message>
        <source>A column for each call: how long it traced, compiled and ran. A steady call only runs.</source>
        <translation>호출마다 열 하나: 얼마나 트레이스, 컴파일, 실행했는지. 정상 호출은 실행만 합니다.</translation>
    </message>
    <message>
        <source>The run times of steady calls, a series for each specialization. First calls are left out: they are in Phases.</source>
        <translation>정상 호출의 실행 시간, 특수화마다 계열 하나. 첫 호출은 뺍니다. 그것은 단계 그래프에 있습니다.</translation>
    </message>
    <message>
        <source>The memory of the worker after each call. Each specialization holds some of it.</source>
        <translation>호출 뒤 워커의 메모리. 특수화마다 일부를 차지합니다.</translation>
    </message>
    <message>
        <source>Every call of the history. Selecting one shows its output; nothing is run.</source>
        <translation>기록의 모든 호출. 하나를 선택하면 출력이 보이고, 아무것도 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>Every specialization, in memory and in the store, with what its first call cost.</source>
        <translation>메모리와 저장소의 모든 특수화와 첫 호출에 든 시간.</translation>
    </message>
    <message>
        <source>The lessons, and how far you are in each.</source>
        <translation>레슨과, 각각에서 어디까지 왔는지.</translation>
    </message>
    <message>
        <source>What the next call will take, before you press Run. A first call is recognized by its specialization.</source>
        <translation>실행을 누르기 전에 다음 호출이 얼마나 걸릴지. 첫 호출인지는 특수화로 압니다.</translation>
    </message>
    <message>
        <source>Searches the program below. Nothing is run.</source>
        <translation>아래 프로그램을 검색합니다. 아무것도 실행하지 않습니다.</translation>
    </message>
</context>
</TS>
